#pragma once

#include <map>
#include <memory>
#include <vector>

#include "check/finding.h"
#include "check/parts.h"
#include "diagnostics/diagnostic.h"
#include "model/parallel.h"
#include "model/per_report.h"
#include "texts/text_numbers.h"

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

/// What the rules found in one report.
struct ReportCheck {
  OutcomeCounts counts;
  std::vector<Finding> notable;  ///< failed, explained and known ones
  Diagnostics diagnostics;       ///< errors, warnings and hints for people
  bool fails = false;            ///< whether a rule of severity error failed
  std::shared_ptr<const void> rules;  ///< what findings of consolidated reports point into
};

/// What the check of a whole catalog finds, drafts included. Each report is a matter of its own, a
/// pure function of the report and its neighbours: it is looked at when it is first asked for, and
/// what cannot have changed since an earlier catalog is taken over. All of it may be asked for from
/// any thread. The catalog must outlive it.
class CheckResult {
 public:
  explicit CheckResult(const Catalog& catalog);
  /// `places` is unchanged_since() the catalog of `earlier`.
  CheckResult(const Catalog& catalog, const std::vector<std::size_t>& places,
              const CheckResult& earlier);

  const ReportCheck& of(const Report& report) const;
  /// What the scans of the report's texts and tables say.
  const Diagnostics& texts_of(const Report& report) const;
  bool fails(const Report& report) const { return of(report).fails; }
  const PartsCheck& parts() const { return parts_; }

  /// Looks at every report, with `jobs` threads; stops early when `interrupted` says so, and then
  /// returns false.
  bool complete(int jobs, const Interrupt& interrupted = never) const;
  /// What is said of the reports, one after the other.
  Diagnostics diagnostics() const;
  /// Of all reports together.
  OutcomeCounts counts() const;

 private:
  const Catalog* catalog_;
  PartsCheck parts_;
  std::shared_ptr<const Lazy<NumberVocabularies>> vocabularies_;
  PerReport<ReportCheck> rules_;
  PerReport<Diagnostics> texts_;
};

/// Evaluates every rule on every report with `jobs` threads.
CheckResult check(const Catalog& catalog, int jobs);

/// What only a look at all reports together shows: copied texts and tables, reports that are late or
/// missing. Stands apart because it takes longest and, unless site.yaml makes an error of one of
/// these checks, changes nothing in what is published.
Diagnostics check_across_reports(const Catalog& catalog, int jobs);
/// Whether site.yaml makes an error of one of them.
bool across_reports_may_fail(const Settings& settings);

/// All findings of one report: by the rules of its form, then against the sum of its parts.
std::vector<Finding> findings_of(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report);

/// The failed rule of a form as a message: at the total, with notes at its parts.
Diagnostic explain(const Finding& finding);

/// The relation with the finding's numbers: `14069 + 560 = 14629 ≠ 13810 + 818 = 14628`.
std::string relation_in_numbers(const Finding& finding);

}  // namespace gongkai
