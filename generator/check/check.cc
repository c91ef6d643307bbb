#include "check/check.h"

#include <algorithm>

#include "check/wording.h"
#include "diagnostics/codes.h"
#include "model/parallel.h"

namespace gongkai {
namespace {

struct ReportResult {
  OutcomeCounts counts;
  std::vector<Finding> notable;
  Diagnostics diagnostics;
};

// Explanations and known errors count only while the check still finds their two numbers.
void check_answers(const Catalog& catalog, const Report& report,
                   const std::vector<Finding>& findings, Diagnostics& diagnostics) {
  const auto is_used = [&](const Explanation& answer) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.explanation == &answer; });
  };
  const auto report_stale = [&](const Explanation& answer) {
    const auto now = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) {
      return f.rule->id == answer.rule && f.cell() == answer.cell;
    });
    Diagnostic& d = diagnostics.add(codes::stale_explanation, report.at(answer.mark),
                                    {answer.found.str(), answer.expected.str()});
    if (now == findings.end() || now->outcome == Outcome::not_assessed ||
        now->outcome == Outcome::not_applicable) {
      d.notes.push_back({&notes::now_not_assessed, {}, {}});
    } else {
      d.notes.push_back({&notes::now_found, {}, {now->found.str(), now->expected.str()}});
    }
  };
  for (const Explanation& answer : report.explanations) {
    if (!is_used(answer)) report_stale(answer);
  }
  const int newest = report.known_errors.empty() ? 0 : catalog.newest_year();
  for (const Explanation& answer : report.known_errors) {
    if (report.year >= newest) {
      diagnostics.add(codes::known_error_in_newest, report.at(answer.mark),
                      {std::to_string(newest)});
    } else if (!is_used(answer)) {
      report_stale(answer);
    }
  }
}

ReportResult check_report(const Catalog& catalog, const Report& report) {
  ReportResult result;
  const std::vector<Finding> findings = evaluate(catalog, report);
  for (const Finding& finding : findings) {
    result.counts.add(finding.outcome);
    if (finding.outcome == Outcome::failed) result.diagnostics.add(explain(finding));
    if (finding.outcome == Outcome::failed || finding.outcome == Outcome::explained ||
        finding.outcome == Outcome::known) {
      result.notable.push_back(finding);
    }
  }
  check_answers(catalog, report, findings, result.diagnostics);
  check_wording(catalog.settings, report, result.diagnostics);
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
  return *this;
}


CheckResult check(const Catalog& catalog, int jobs) {
  std::vector<ReportResult> results(catalog.reports.size());
  parallel_for(results.size(), jobs,
               [&](std::size_t i) { results[i] = check_report(catalog, catalog.reports[i]); });
  CheckResult result;
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
  return result;
}

}  // namespace gongkai
