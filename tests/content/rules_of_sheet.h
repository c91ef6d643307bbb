#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "sheet.h"

/// The rules of the report forms, worked out from a sheet alone: what gongkai finds is compared
/// with this and nothing here is taken from it.

/// Figures by address (`requests.new.natural`), in millionths; blank cells are left out.
using Figures = std::map<std::string, std::int64_t>;

Figures figures_of(const Sheet& sheet);
/// The same number as a figure; nothing that the tests write has more than six places.
std::int64_t millionths(const std::string& number);

/// What an agency is, as rules ask for it.
struct AgencyKind {
  std::string level, body;
};

/// A rule that fails: `requests.balance` at `requests.new.natural`.
using Failure = std::pair<std::string, std::string>;

struct Failures {
  std::set<Failure> errors;    ///< rules of one report
  std::set<Failure> warnings;  ///< between years, and by kind of agency
  int assessed = 0;            ///< rules whose figures are all there
};

/// `form` is cn-2021 or cn-2019. `previous` is null where there is no report of the year before; it
/// is of the same form.
Failures failures(const std::string& form, const Figures& figures, const Figures* previous,
                  const AgencyKind& kind);
