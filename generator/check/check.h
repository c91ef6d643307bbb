#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "check/finding.h"
#include "check/parts.h"
#include "diagnostics/diagnostic.h"

namespace gongkai {

/// The findings of one report by the rules of its form, in their order; passed ones included, rules that
/// are switched off or not for this kind of agency left out. A pure function of the report and the
/// one before it, callable from any thread.
std::vector<Finding> evaluate(const Catalog& catalog, const Report& report);

/// How many rule instances of a report (or of many) came to which outcome.
struct OutcomeCounts {
  int passed = 0, failed = 0, explained = 0, known = 0, computed = 0, not_assessed = 0,
      not_applicable = 0;
  std::map<Reason, int> reasons;  ///< why rules were not assessed
  void add(Outcome outcome);
  OutcomeCounts& operator+=(const OutcomeCounts& other);
  int total() const {
    return passed + failed + explained + known + computed + not_assessed + not_applicable;
  }
};

/// What the check of a whole catalog found.
struct CheckResult {
  std::map<const Report*, OutcomeCounts> counts;
  std::vector<Finding> notable;  ///< failed, explained and known ones, in the catalog's order
  Diagnostics diagnostics;       ///< errors and warnings for people

  std::shared_ptr<const PartsCheck> parts;  ///< findings of consolidated reports point into it
  std::set<const Report*> failing;  ///< reports with a failed rule of severity error

  bool fails(const Report& report) const { return failing.count(&report) != 0; }
};

/// Evaluates every rule on every report (drafts included) with `jobs` threads.
CheckResult check(const Catalog& catalog, int jobs);

/// All findings of one report: by the rules of its form, then against the sum of its parts.
std::vector<Finding> findings_of(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report);

/// The failed rule of a form as a message: at the total, with notes at its parts.
Diagnostic explain(const Finding& finding);

/// The relation with the finding's numbers: `14069 + 560 = 14629 ≠ 13810 + 818 = 14628`.
std::string relation_in_numbers(const Finding& finding);

}  // namespace gongkai
