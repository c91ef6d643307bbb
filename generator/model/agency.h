#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/position.h"
#include "model/date.h"

namespace gongkai {

struct FormerName {
  std::string name;
  int until = 0;  ///< the last year in which it was borne
};

/// The years for which an agency owes a report.
struct ReportingYears {
  int from = 0;
  int until = 9999;
};

/// An agency as its agency.yaml describes it.
struct Agency {
  std::string id;      ///< the last folder name, [a-z0-9-]+, unique in the site
  std::string folder;  ///< relative to the site: content/agencies/towns/shangwuzhuang
  std::string name;
  std::string short_name;  ///< `name` where none is given
  int kind = 0;            ///< index in Settings::kinds
  std::string parent;      ///< id; empty at the top
  std::optional<ReportingYears> reports;  ///< none: owes no report
  std::vector<std::string> former_ids;
  std::vector<FormerName> former_names;
  std::vector<std::string> succeeds;  ///< ids of the agencies that it continues
  Mark mark;  ///< of `name` in agency.yaml
  Mark parent_mark;
  Mark reports_mark;  ///< of `reports`; not known where the agency owes none
  std::vector<Mark> former_id_marks, succeeds_marks;  ///< of each id in the lists above

  std::string file() const { return folder + "/agency.yaml"; }
  /// The name that it bore in a year.
  const std::string& name_in(int year) const;
};

}  // namespace gongkai
