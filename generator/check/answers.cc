#include "check/answers.h"

#include <algorithm>

#include "diagnostics/codes/check.h"

namespace gongkai {
namespace {

const Explanation* matching(const std::vector<Explanation>& list, const Finding& finding) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Explanation& e) {
    return e.rule == finding.rule->id && e.cell == finding.cell() && e.found == finding.found &&
           e.expected == finding.expected;
  });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

Outcome answered(Finding& finding, int newest_year) {
  const Report& report = *finding.report;
  if ((finding.explanation = matching(report.explanations, finding))) return Outcome::explained;
  const bool past = report.year < newest_year;
  if (past && (finding.explanation = matching(report.known_errors, finding))) {
    return Outcome::known;
  }
  return Outcome::failed;
}

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

}  // namespace gongkai
