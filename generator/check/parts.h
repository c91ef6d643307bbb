#pragma once

#include <map>
#include <vector>

#include "check/finding.h"
#include "diagnostics/diagnostic.h"
#include "model/hierarchy.h"

namespace gongkai {

/// The check `parts`: every figure of a consolidated report (全辖) that may be added up against the
/// sum over own office, departments and lower regions. Its findings are those of a rule with the id
/// `parts`, so that an agency can explain them. The rule is an equality where every report that the
/// whole covers is there; where some are missing, the known ones may at most come to the whole.
class PartsCheck {
 public:
  /// The catalog must outlive it, and the findings must not outlive either.
  explicit PartsCheck(const Catalog& catalog);

  /// The findings of one report, a cell each; none for a report that is not consolidated, for an
  /// agency without parts, and where the check is off. Callable from any thread.
  std::vector<Finding> evaluate(const Report& report) const;

  /// Says what those findings are: one message for each cause at a cell of the whole, with notes at
  /// the largest parts and where the cause may lie; one hint naming the reports that are missing.
  void explain(const Report& report, const std::vector<Finding>& findings,
               Diagnostics& diagnostics) const;

 private:
  const Catalog& catalog_;
  RuleSeverity severity_;
  int newest_year_;
  /// Of each form two instances for every cell: equal to the parts, and at least as much as they.
  std::map<const Form*, Rule> rules_;
};

}  // namespace gongkai
