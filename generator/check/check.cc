#include "check/check.h"

#include <atomic>

#include "check/answers.h"
#include "check/duties.h"
#include "check/hints.h"
#include "check/repair.h"
#include "check/swing.h"
#include "model/builtin_checks.h"
#include "texts/copies.h"
#include "texts/same_tables.h"
#include "texts/texts.h"

namespace gongkai {
namespace {

/// Asking costs more than a report of which all is known.
constexpr std::size_t reports_between_questions = 64;

ReportCheck check_rules(const Catalog& catalog, const PartsCheck& parts, const Report& report) {
  ReportCheck result;
  std::vector<Finding> findings = evaluate(catalog, report);
  const std::vector<Cause> causes = find_causes(findings);
  for (const Finding& finding : findings) {
    if (finding.outcome == Outcome::failed) {
      Diagnostic diagnostic = explain(finding);
      add_hints(causes, finding, diagnostic);
      result.diagnostics.add(std::move(diagnostic));
    }
  }
  const std::vector<Finding> against_parts = parts.evaluate(report);
  parts.explain(report, against_parts, result.diagnostics);
  if (!against_parts.empty()) result.rules = parts.rules();
  findings.insert(findings.end(), against_parts.begin(), against_parts.end());
  for (const Finding& finding : findings) {
    result.counts.add(finding.outcome);
    if (finding.outcome == Outcome::not_assessed) ++result.counts.reasons[finding.reason];
    if (finding.outcome == Outcome::failed || finding.outcome == Outcome::explained ||
        finding.outcome == Outcome::known) {
      result.notable.push_back(finding);
    }
    if (finding.outcome == Outcome::failed && finding.severity == RuleSeverity::error) {
      result.fails = true;
    }
  }
  check_answers(catalog, report, findings, result.diagnostics);
  check_swings(catalog, report, result.diagnostics);
  return result;
}

}  // namespace

void OutcomeCounts::add(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed: ++passed; break;
    case Outcome::failed: ++failed; break;
    case Outcome::explained: ++explained; break;
    case Outcome::known: ++known; break;
    case Outcome::computed: ++computed; break;
    case Outcome::not_assessed: ++not_assessed; break;
    case Outcome::not_applicable: ++not_applicable; break;
  }
}

OutcomeCounts& OutcomeCounts::operator+=(const OutcomeCounts& other) {
  passed += other.passed;
  failed += other.failed;
  explained += other.explained;
  known += other.known;
  computed += other.computed;
  not_assessed += other.not_assessed;
  not_applicable += other.not_applicable;
  for (const auto& [reason, count] : other.reasons) reasons[reason] += count;
  return *this;
}

CheckResult::CheckResult(const Catalog& catalog)
    : catalog_(&catalog),
      parts_(catalog),
      vocabularies_(std::make_shared<const Lazy<NumberVocabularies>>()),
      rules_(catalog),
      texts_(catalog) {}

CheckResult::CheckResult(const Catalog& catalog, const std::vector<std::size_t>& places,
                         const CheckResult& earlier)
    : catalog_(&catalog),
      parts_(catalog, earlier.parts_),
      vocabularies_(same_forms(catalog, *earlier.catalog_)
                        ? earlier.vocabularies_
                        : std::make_shared<const Lazy<NumberVocabularies>>()),
      rules_(catalog, places, &earlier.rules_),
      texts_(catalog, places, &earlier.texts_) {}

const ReportCheck& CheckResult::of(const Report& report) const {
  return rules_.get(report, [&] { return check_rules(*catalog_, parts_, report); });
}

const Diagnostics& CheckResult::texts_of(const Report& report) const {
  return texts_.get(report, [&] {
    const NumberVocabularies& vocabularies =
        vocabularies_->get([&] { return NumberVocabularies(*catalog_); });
    Diagnostics found;
    check_texts(*catalog_, vocabularies, report, found);
    check_same_tables(*catalog_, report, found);
    return found;
  });
}

bool CheckResult::complete(int jobs, const Interrupt& interrupted) const {
  std::atomic<bool> stopped{false};
  parallel_for(catalog_->reports.size(), jobs, [&](std::size_t i) {
    if (stopped || (i % reports_between_questions == 0 && interrupted())) {
      stopped = true;
      return;
    }
    of(catalog_->reports[i]);
    texts_of(catalog_->reports[i]);
  });
  return !stopped;
}

Diagnostics CheckResult::diagnostics() const {
  Diagnostics all;
  for (const Report& report : catalog_->reports) {
    all.append(of(report).diagnostics);
    all.append(texts_of(report));
  }
  return all;
}

OutcomeCounts CheckResult::counts() const {
  OutcomeCounts counts;
  for (const Report& report : catalog_->reports) counts += of(report).counts;
  return counts;
}

CheckResult check(const Catalog& catalog, int jobs) {
  CheckResult result(catalog);
  result.complete(jobs);
  return result;
}

std::vector<Finding> findings_of(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report) {
  std::vector<Finding> findings = evaluate(catalog, report);
  const std::vector<Finding> against_parts = checks.parts().evaluate(report);
  findings.insert(findings.end(), against_parts.begin(), against_parts.end());
  return findings;
}

Diagnostics check_across_reports(const Catalog& catalog, int jobs) {
  Diagnostics found;
  check_copies(catalog, jobs, found);
  check_duties(catalog, found);
  return found;
}

bool across_reports_may_fail(const Settings& settings) {
  for (const char* id : {"similar_text", "late", "missing"}) {
    if (severity_of(*builtin_check(id), settings) == RuleSeverity::error) return true;
  }
  return false;
}

}  // namespace gongkai
