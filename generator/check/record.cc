#include "check/record.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "check/parts_messages.h"
#include "model/builtin_checks.h"
#include "model/parallel.h"

namespace gongkai {
namespace {

const char* outcome_id(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed: return "passed";
    case Outcome::failed: return "failed";
    case Outcome::explained: return "explained";
    case Outcome::known: return "known";
    case Outcome::computed: return "computed";
    case Outcome::not_assessed: return "not_assessed";
    case Outcome::not_applicable: return "not_applicable";
  }
  return "";
}

const char* reason_id(Reason reason) {
  switch (reason) {
    case Reason::none: return "";
    case Reason::not_reported: return "not_reported";
    case Reason::previous_missing: return "previous_missing";
    case Reason::previous_left_out: return "previous_left_out";
    case Reason::previous_scope: return "previous_scope";
    case Reason::series_break: return "series_break";
    case Reason::previous_not_reported: return "previous_not_reported";
    case Reason::part_missing: return "part_missing";
    case Reason::part_not_reported: return "part_not_reported";
    case Reason::part_other_form: return "part_other_form";
    case Reason::part_other_unit: return "part_other_unit";
  }
  return "";
}

bool is_told(Outcome outcome) {
  return outcome == Outcome::failed || outcome == Outcome::explained ||
         outcome == Outcome::known || outcome == Outcome::not_assessed;
}

FindingRecord make_finding(const Finding& finding) {
  const Report& report = *finding.report;
  const Form& form = *report.form;
  FindingRecord record;
  record.outcome = outcome_id(finding.outcome);
  record.rule = finding.rule->id;
  record.severity = severity_id(to_severity(finding.severity));
  record.cell = form.cells[finding.cell()].address;
  record.label = form.cell_label(finding.cell());
  if (finding.outcome == Outcome::not_assessed) {
    record.reason = reason_id(finding.reason);
    if (finding.reason_cell != no_cell) record.reason_cell = form.cells[finding.reason_cell].address;
    record.position = report.at(report.cells[finding.cell()].mark);
    return record;
  }
  record.found = finding.found.str();
  record.expected = finding.expected.str();
  record.numbers = relation_in_numbers(finding);
  if (finding.explanation != nullptr) record.explanation = finding.explanation->text;
  record.position = explain(finding).position;
  return record;
}

ReportRecord make_report(const Catalog& catalog, const CheckResult& checks, const Report& report) {
  ReportRecord record{report.agency->id, report.year, report.folder, {}, {}};
  const Form& form = *report.form;
  const std::vector<Finding> findings = findings_of(catalog, checks, report);
  const auto is_of_parts = [](const Finding& it) {
    return it.rule->id == builtin_check("parts")->id;
  };
  std::vector<Finding> against_parts;
  std::ranges::copy_if(findings, std::back_inserter(against_parts), is_of_parts);
  const std::map<CellIndex, CellIndex> causes = cells_of_messages(form, against_parts);
  for (const Finding& finding : findings) {
    if (record.rules.empty() || record.rules.back().id != finding.rule->id) {
      record.rules.push_back({finding.rule->id});
    }
    if (finding.outcome != Outcome::not_applicable) record.rules.back().applies = true;
    if (!is_told(finding.outcome)) continue;
    FindingRecord& told = record.findings.emplace_back(make_finding(finding));
    if (finding.outcome != Outcome::failed) continue;
    told.told_at = is_of_parts(finding) ? form.cells[causes.at(finding.cell())].address : told.cell;
  }
  return record;
}

}  // namespace

void record_findings(const Catalog& catalog, const CheckResult& checks, int jobs, RunRecord& run) {
  run.reports.resize(catalog.reports.size());
  parallel_for(run.reports.size(), jobs, [&](std::size_t i) {
    run.reports[i] = make_report(catalog, checks, catalog.reports[i]);
  });
  // Forms share ids; the newest form's words are those that people know.
  std::set<const Form*> used;
  for (const Report& report : catalog.reports) used.insert(report.form);
  std::map<std::string, std::pair<int, std::string>> texts;
  for (const Form& form : catalog.forms) {
    if (!used.contains(&form)) continue;
    for (const Rule& rule : form.rules) {
      auto& known = texts[rule.id];
      if (known.first <= form.from_year) known = {form.from_year, rule.text};
    }
  }
  for (const ReportRecord& report : run.reports) {
    for (const auto& rule : report.rules) {
      if (const BuiltinCheck* check = builtin_check(rule.id); check && !texts.count(rule.id)) {
        texts[rule.id] = {0, std::string(catalog.settings.chinese() ? check->zh : check->en)};
      }
    }
  }
  for (const auto& [id, text] : texts) run.rules.push_back({id, text.second});
  const OutcomeCounts counts = checks.counts();
  run.outcomes = {{"total", counts.total()},           {"passed", counts.passed},
                  {"failed", counts.failed},           {"explained", counts.explained},
                  {"known", counts.known},             {"computed", counts.computed},
                  {"not_assessed", counts.not_assessed},
                  {"not_applicable", counts.not_applicable}};
}

}  // namespace gongkai
