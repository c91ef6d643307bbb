#include <fmt/format.h>

#include "check/cell_place.h"
#include "check/check.h"
#include "diagnostics/codes/check.h"

namespace gongkai {
namespace {

// The report that an operand stands in, and its cell there.
struct Place {
  const Report* report;
  CellIndex cell;
};

Place place_of(const Finding& finding, const Term& term) {
  if (!term.previous) return {finding.report, term.cell};
  return {finding.previous,
          continued_cell(*finding.report->form, term.cell, *finding.previous->form)};
}

std::string term_in_numbers(const Finding& finding, const Term& term, bool first) {
  const Place place = place_of(finding, term);
  const std::string number = place.report->figure(place.cell).value().str();
  const std::string_view sign = term.factor < 0 ? (first ? "-" : " - ") : (first ? "" : " + ");
  const std::int64_t factor = term.factor < 0 ? -term.factor : term.factor;
  return factor == 1 ? fmt::format("{}{}", sign, number)
                     : fmt::format("{}{}×{}", sign, factor, number);
}

// Of a long sum the zeros are left out: they add nothing but length.
bool is_left_out(const Finding& finding, const LinearExpression& side, const Term& term) {
  const Place place = place_of(finding, term);
  return side.terms.size() > 4 && place.report->figure(place.cell).value().is_zero();
}

std::string side_in_numbers(const Finding& finding, const LinearExpression& side, Decimal value) {
  if (side.terms.empty()) return value.str();
  std::string text;
  std::size_t shown = 0;
  for (const Term& term : side.terms) {
    if (is_left_out(finding, side, term)) continue;
    text += term_in_numbers(finding, term, text.empty());
    ++shown;
  }
  if (shown < side.terms.size()) {
    text += text.empty() ? "0 + 0 + …" : " + 0 + …";
    shown = side.terms.size();
  }
  if (!side.constant.is_zero()) {
    if (!text.empty()) text += side.constant.is_negative() ? " - " : " + ";
    text += (side.constant.is_negative() && shown > 0 ? -side.constant : side.constant).str();
    ++shown;
  }
  if (shown > 1) text += " = " + value.str();
  return text;
}

Comparator opposite(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal: return Comparator::not_equal;
    case Comparator::not_equal: return Comparator::equal;
    case Comparator::less: return Comparator::greater_equal;
    case Comparator::less_equal: return Comparator::greater;
    case Comparator::greater: return Comparator::less_equal;
    case Comparator::greater_equal: return Comparator::less;
  }
  return comparator;
}

std::string label_of(const Finding& finding, const Term& term) {
  const std::string label = finding.report->form->cell_label(term.cell);
  if (!term.previous) return label;
  return fmt::format("{} {}", finding.previous->year, label);
}

// Beside another year's figures the year is part of the name.
std::string own_label(const Finding& finding) {
  const std::string label = finding.report->form->cell_label(finding.cell());
  return finding.rule->uses_previous ? fmt::format("{} {}", finding.report->year, label) : label;
}

// Notes at the operands; those of a long sum that are zero share one, at the first of them.
void add_operands(const Finding& finding, const LinearExpression& side, bool skip_first,
                  Diagnostic& diagnostic) {
  int zeros = 0;
  Position first_zero;
  for (std::size_t i = skip_first ? 1 : 0; i < side.terms.size(); ++i) {
    const Term& term = side.terms[i];
    const Place place = place_of(finding, term);
    const Decimal value = place.report->figure(place.cell).value();
    if (is_left_out(finding, side, term)) {
      if (zeros++ == 0) first_zero = place.report->at(mark_of(*place.report, place.cell));
      continue;
    }
    const Figure& figure = place.report->figure(place.cell);
    const bool computed = figure.origin == Origin::computed || figure.origin == Origin::derived;
    // What was computed stands nowhere in the file.
    const Mark mark = computed ? Mark{} : mark_of(*place.report, place.cell);
    diagnostic.notes.push_back({computed ? &notes::operand_computed : &notes::operand,
                                place.report->at(mark),
                                {label_of(finding, term), value.str()}});
  }
  if (zeros > 0) {
    diagnostic.notes.push_back({&notes::other_operands, first_zero, {std::to_string(zeros)}});
  }
}

}  // namespace

std::string relation_in_numbers(const Finding& finding) {
  const Relation& relation = finding.instance->relation;
  const bool kept = holds(finding.found, relation.comparator, finding.expected);
  const std::string sign = symbol(kept ? relation.comparator : opposite(relation.comparator));
  return fmt::format("{} {} {}", side_in_numbers(finding, relation.left, finding.found), sign,
                     side_in_numbers(finding, relation.right, finding.expected));
}

Severity to_severity(RuleSeverity severity) {
  return severity == RuleSeverity::error     ? Severity::error
         : severity == RuleSeverity::warning ? Severity::warning
                                             : Severity::hint;
}

Diagnostic explain(const Finding& finding) {
  const Report& report = *finding.report;
  const Relation& relation = finding.instance->relation;
  const CellIndex cell = finding.cell();
  Diagnostic diagnostic{finding.rule->kind == RuleKind::total ? &codes::total_fails
                                                              : &codes::rule_fails,
                        position_of(report, cell),
                        {own_label(finding), finding.rule->text,
                         relation_in_numbers(finding), (finding.found - finding.expected).str()},
                        {},
                        finding.rule->id,
                        to_severity(finding.severity),
                        fmt::format("{}/{}/{}", report.agency->id, report.year,
                                    report.form->cells[cell].address)};
  add_operands(finding, relation.left, true, diagnostic);
  add_operands(finding, relation.right, false, diagnostic);
  if (finding.rule->explain) {
    diagnostic.notes.push_back(
        {&notes::may_explain,
         {},
         {fmt::format("{{rule: {}, cell: {}, found: {}, expected: {}, text: …}}", finding.rule->id,
                      report.form->cells[cell].address, finding.found.str(),
                      finding.expected.str())}});
  }
  return diagnostic;
}

}  // namespace gongkai
