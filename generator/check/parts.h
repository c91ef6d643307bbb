#pragma once

#include <map>
#include <memory>
#include <vector>

#include "check/finding.h"
#include "diagnostics/diagnostic.h"
#include "model/hierarchy.h"

namespace gongkai {

/// Whether two catalogs have the very same forms, and so the same settings.
bool same_forms(const Catalog& a, const Catalog& b);

/// The check `parts`: every figure of a consolidated report (全辖) that may be added up against the
/// sum over own office, departments and lower regions. Its findings are those of a rule with the id
/// `parts`, so that an agency can explain them. The rule is an equality where every report that the
/// whole covers is there; where some are missing, the known ones may at most come to the whole.
class PartsCheck {
 public:
  /// The catalog must outlive it and the findings; rules() must outlive the findings too.
  explicit PartsCheck(const Catalog& catalog);
  /// Findings of both point to the same rules where forms and settings have not changed.
  PartsCheck(const Catalog& catalog, const PartsCheck& earlier);

  /// The findings of one report, a cell each; none for a report that is not consolidated, for an
  /// agency without parts, and where the check is off. Callable from any thread.
  std::vector<Finding> evaluate(const Report& report) const;

  /// Says what those findings are: one message for each cause at a cell of the whole, with notes at
  /// the largest parts and where the cause may lie; one hint naming the reports that are missing.
  void explain(const Report& report, const std::vector<Finding>& findings,
               Diagnostics& diagnostics) const;

  /// What the findings point into, for those that outlive this check.
  std::shared_ptr<const void> rules() const { return rules_; }

 private:
  /// Of each form two instances for every cell: equal to the parts, and at least as much as they.
  using Rules = std::map<const Form*, Rule>;

  const Catalog* catalog_;
  RuleSeverity severity_;
  int newest_year_;
  std::shared_ptr<const Rules> rules_;
};

}  // namespace gongkai
