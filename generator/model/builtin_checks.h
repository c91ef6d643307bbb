#pragma once

#include <span>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/settings.h"

namespace gongkai {

/// A check that belongs to the program rather than to a form. site.yaml chooses its severity under
/// `checks:` by its id, as it does for the rules of forms; the id is also the code that its
/// diagnostics print in brackets.
struct BuiltinCheck {
  std::string_view id;
  RuleSeverity severity;
  std::string_view en, zh;  ///< what it looks at, in a sentence
  bool binds_to_cells = false;  ///< an agency can explain what it finds at a cell
};

/// All of them, in the order of docs/checks.md.
std::span<const BuiltinCheck> builtin_checks();

/// Null where no such check exists.
const BuiltinCheck* builtin_check(std::string_view id);

/// The severity of a built-in check after site.yaml's overrides.
RuleSeverity severity_of(const BuiltinCheck& check, const Settings& settings);

/// How a diagnostic of a rule or a check of this severity is to be printed; it is not off.
Severity to_severity(RuleSeverity severity);

}  // namespace gongkai
