#include "check/check.h"

#include <algorithm>

#include "check/answers.h"
#include "check/duties.h"
#include "check/hints.h"
#include "check/repair.h"
#include "check/swing.h"
#include "model/parallel.h"
#include "texts/copies.h"
#include "texts/texts.h"

namespace gongkai {
namespace {

struct ReportResult {
  OutcomeCounts counts;
  std::vector<Finding> notable;
  Diagnostics diagnostics;
};

ReportResult check_report(const Catalog& catalog, const NumberVocabularies& vocabularies,
                          const PartsCheck& parts, const Report& report) {
  ReportResult result;
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
  findings.insert(findings.end(), against_parts.begin(), against_parts.end());
  for (const Finding& finding : findings) {
    result.counts.add(finding.outcome);
    if (finding.outcome == Outcome::not_assessed) ++result.counts.reasons[finding.reason];
    if (finding.outcome == Outcome::failed || finding.outcome == Outcome::explained ||
        finding.outcome == Outcome::known) {
      result.notable.push_back(finding);
    }
  }
  check_answers(catalog, report, findings, result.diagnostics);
  check_swings(catalog, report, result.diagnostics);
  check_texts(catalog, vocabularies, report, result.diagnostics);
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

std::vector<Finding> findings_of(const Catalog& catalog, const CheckResult& checks,
                                 const Report& report) {
  std::vector<Finding> findings = evaluate(catalog, report);
  if (!checks.parts) return findings;
  const std::vector<Finding> against_parts = checks.parts->evaluate(report);
  findings.insert(findings.end(), against_parts.begin(), against_parts.end());
  return findings;
}

CheckResult check(const Catalog& catalog, int jobs) {
  CheckResult result;
  result.parts = std::make_shared<PartsCheck>(catalog);
  std::vector<ReportResult> results(catalog.reports.size());
  const NumberVocabularies vocabularies(catalog);
  parallel_for(results.size(), jobs, [&](std::size_t i) {
    results[i] = check_report(catalog, vocabularies, *result.parts, catalog.reports[i]);
  });
  for (std::size_t i = 0; i < results.size(); ++i) {
    result.counts[&catalog.reports[i]] = results[i].counts;
    const bool fails = std::any_of(
        results[i].notable.begin(), results[i].notable.end(), [](const Finding& f) {
          return f.outcome == Outcome::failed && f.severity == RuleSeverity::error;
        });
    if (fails) result.failing.insert(&catalog.reports[i]);
    result.notable.insert(result.notable.end(), results[i].notable.begin(),
                          results[i].notable.end());
    result.diagnostics.append(std::move(results[i].diagnostics));
  }
  check_copies(catalog, jobs, result.diagnostics);
  check_duties(catalog, result.diagnostics);
  return result;
}

}  // namespace gongkai
