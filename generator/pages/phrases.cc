#include "pages/phrases.h"

#include <fmt/format.h>

#include "pages/figures.h"

namespace gongkai {

namespace {

/// Whether the figure that a rule misses was answered with "not applicable", not left blank.
bool is_not_applicable(const Report& report, CellIndex cell) {
  return cell != no_cell && report.figure(cell).state == State::not_applicable;
}

}  // namespace

std::string date_text(const Words& words, const Date& date) {
  return words.fill("date",
                    {fmt::format("{:04}", date.year), words["month_" + std::to_string(date.month)],
                     std::to_string(date.day)});
}

std::string date_text(const Words& words, const DateTime& time) {
  std::string text = date_text(words, time.date);
  return time.has_time() ? fmt::format("{} {:02}:{:02}", text, time.hour, time.minute) : text;
}

std::string size_text(std::uintmax_t bytes) {
  if (bytes < 1024) return fmt::format("{} B", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{} KB", (bytes + 512) / 1024);
  std::uintmax_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
  return fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

std::string rule_text(const Words& words, const Rule& rule) {
  if (!rule.text.empty()) return rule.text;
  return rule.kind == RuleKind::total ? words["total_rule"] : rule.source;
}

std::string reason_text(const Words& words, const Finding& finding) {
  const Form& form = *finding.report->form;
  switch (finding.reason) {
    case Reason::none:
      return {};
    case Reason::not_reported:
      return words.fill(is_not_applicable(*finding.report, finding.reason_cell)
                            ? "reason_not_applicable"
                            : "reason_not_reported",
                        {form.cell_label(finding.reason_cell)});
    case Reason::previous_missing:
      return words["reason_previous_missing"];
    case Reason::previous_left_out:
      return words["reason_previous_left_out"];
    case Reason::previous_scope:
      return words["reason_previous_scope"];
    case Reason::series_break:
      return words["reason_series_break"];
    case Reason::previous_not_reported:
      // The cell is named as this report's form names it.
      return words.fill(
          is_not_applicable(*finding.previous,
                            continued_cell(form, finding.reason_cell, *finding.previous->form))
              ? "reason_previous_not_applicable"
              : "reason_previous_not_reported",
          {form.cell_label(finding.reason_cell)});
    case Reason::part_missing:
      return words["reason_part_missing"];
    case Reason::part_not_reported:
      return words.fill("reason_part_not_reported", {finding.reason_part->agency->short_name});
    case Reason::part_other_form:
      return words.fill("reason_part_other_form", {finding.reason_part->agency->short_name});
    case Reason::part_other_unit:
      return words.fill("reason_part_other_unit", {finding.reason_part->agency->short_name});
  }
  return {};
}

std::string outcome_text(const Words& words, Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return words["outcome_passed"];
    case Outcome::failed:
      return words["outcome_failed"];
    case Outcome::explained:
      return words["outcome_explained"];
    case Outcome::known:
      return words["outcome_known"];
    case Outcome::computed:
      return words["outcome_computed"];
    case Outcome::not_assessed:
      return words["outcome_not_assessed"];
    case Outcome::not_applicable:
      return words["outcome_not_applicable"];
  }
  return {};
}

std::string scope_text(const Words& words, Scope scope) {
  return words[scope == Scope::own ? "scope_own" : "scope_all"];
}

std::string correction_text(const Words& words, const Report& report,
                            const Correction& correction) {
  const CellSpec& spec = report.form->cells[correction.cell];
  return words.fill("correction", {report.form->cell_label(correction.cell),
                                   plain_figure(words, correction.was, spec),
                                   plain_figure(words, report.figure(correction.cell), spec)});
}

std::string_view reason_word(Reason reason) {
  switch (reason) {
    case Reason::none:
      break;
    case Reason::not_reported:
      return "why_not_reported";
    case Reason::previous_missing:
      return "reason_previous_missing";
    case Reason::previous_left_out:
      return "reason_previous_left_out";
    case Reason::previous_scope:
      return "reason_previous_scope";
    case Reason::series_break:
      return "reason_series_break";
    case Reason::previous_not_reported:
      return "why_previous_not_reported";
    case Reason::part_missing:
      return "reason_part_missing";
    case Reason::part_not_reported:
      return "why_part_not_reported";
    case Reason::part_other_form:
      return "why_part_other_form";
    case Reason::part_other_unit:
      return "why_part_other_unit";
  }
  return "outcome_not_assessed";
}

std::string file_kind(const std::string& name) {
  std::size_t dot = name.rfind('.');
  std::string kind = dot == std::string::npos ? "" : name.substr(dot + 1);
  for (char& c : kind) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return kind;
}

View unpublished_mark(const PageContext& context, const Report& report) {
  if (report.status == Status::draft) return context.words["draft"];
  return context.library.catalog().is_public(report) ? View(false)
                                                     : View(context.words["scheduled"]);
}

View unpublished_notice(const PageContext& context, const Report& report) {
  if (report.status == Status::draft) return context.words["draft_notice"];
  if (context.library.catalog().is_public(report)) return false;
  return context.words.fill("scheduled_notice",
                            {date_text(context.words, report.published->date)});
}

}  // namespace gongkai
