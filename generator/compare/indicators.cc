#include "compare/indicators.h"

#include "model/summing.h"

namespace gongkai {

namespace {

using Kind = IndicatorValue::Kind;

/// Why an expression has no value.
State missing_in(const LinearExpression& expression, const Report& report) {
  for (const Term& term : expression.terms) {
    const State state = report.figure(term.cell).state;
    if (state == State::not_applicable) return state;
    if (state == State::below_limit && expression.terms.size() == 1 && term.factor == 1 &&
        expression.constant.is_zero()) {
      return state;
    }
  }
  return State::not_reported;
}

IndicatorValue without_value(const Indicator& indicator, const Report& report) {
  IndicatorValue value;
  value.missing = missing_in(indicator.numerator, report);
  if (!indicator.denominator) return value;
  if (value.missing == State::below_limit) value.missing = State::not_reported;
  if (missing_in(*indicator.denominator, report) == State::not_applicable) {
    value.missing = State::not_applicable;
  }
  return value;
}

IndicatorValue ratio(const Indicator& indicator, Decimal numerator, Decimal denominator) {
  if (denominator.is_zero()) return {Kind::no_base, {}, numerator, denominator};
  Decimal scaled = indicator.unit == "percent" ? 100 * numerator : numerator;
  return {Kind::ratio, Decimal::quotient(scaled, denominator, 1), numerator, denominator};
}

bool is_summable(const LinearExpression& expression, const Form& form) {
  for (const Term& term : expression.terms) {
    if (!gongkai::is_summable(form.cells[term.cell])) return false;
  }
  return true;
}

}  // namespace

std::optional<Decimal> expression_value(const LinearExpression& expression, const Report& report) {
  Decimal sum = expression.constant;
  for (const Term& term : expression.terms) {
    if (term.previous || !report.figure(term.cell).is_number()) return std::nullopt;
    sum += term.factor * report.figure(term.cell).value();
  }
  return sum;
}

IndicatorValue indicator_value(const Indicator& indicator, const Report& report) {
  std::optional<Decimal> numerator = expression_value(indicator.numerator, report);
  if (!numerator) return without_value(indicator, report);
  if (!indicator.denominator) return {Kind::value, *numerator, {}, {}};
  std::optional<Decimal> denominator = expression_value(*indicator.denominator, report);
  if (!denominator) return without_value(indicator, report);
  return ratio(indicator, *numerator, *denominator);
}

IndicatorTotal indicator_total(const Indicator& indicator,
                               const std::vector<const Report*>& reports) {
  IndicatorTotal total;
  Decimal numerator, denominator;
  for (const Report* report : reports) {
    if (!is_summable(indicator.numerator, *report->form) ||
        (indicator.denominator && !is_summable(*indicator.denominator, *report->form))) {
      return {};
    }
    IndicatorValue value = indicator_value(indicator, *report);
    if (value.kind == Kind::not_reported) continue;
    total.contains.push_back(report);
    numerator += indicator.denominator ? value.numerator : value.value;
    denominator += value.denominator;
  }
  if (total.contains.empty()) return {};
  total.value = indicator.denominator ? ratio(indicator, numerator, denominator)
                                      : IndicatorValue{Kind::value, numerator, {}, {}};
  return total;
}

bool ranks_before(const IndicatorValue& a, const IndicatorValue& b) {
  auto rank = [](const IndicatorValue& value) {
    return value.kind == Kind::not_reported ? 2 : value.kind == Kind::no_base ? 1 : 0;
  };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  return rank(a) == 0 && a.value > b.value;
}

}  // namespace gongkai
