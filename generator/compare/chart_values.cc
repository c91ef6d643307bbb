#include "compare/chart_values.h"

#include <algorithm>

#include "compare/indicators.h"
#include "compare/series.h"
#include "model/summing.h"

namespace gongkai {

namespace {

const Indicator* series_of(const FormChart& chart, std::string_view id) {
  const auto found = std::find_if(chart.series.begin(), chart.series.end(),
                                  [&](const Indicator& series) { return series.id == id; });
  return found == chart.series.end() ? nullptr : &*found;
}

/// The parts that the report gives, as `chart` orders them; a part that its form does not know or
/// that is not reported is absent.
std::vector<std::optional<Decimal>> values_of(const FormChart& chart, const Report& report) {
  std::vector<std::optional<Decimal>> values(chart.series.size());
  const FormChart* theirs = chart_of(*report.form, chart.id);
  if (theirs == nullptr) return values;
  for (std::size_t s = 0; s < values.size(); ++s) {
    if (const Indicator* series = series_of(*theirs, chart.series[s].id)) {
      values[s] = expression_value(series->numerator, report);
    }
  }
  return values;
}

/// Whether figures of several agencies may be added up in every series.
bool is_summable(const FormChart& chart, const Report& report) {
  const FormChart* theirs = chart_of(*report.form, chart.id);
  return theirs != nullptr &&
         std::all_of(theirs->series.begin(), theirs->series.end(), [&](const Indicator& series) {
           const std::vector<Term>& terms = series.numerator.terms;
           return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
             return gongkai::is_summable(report.form->cells[term.cell]);
           });
         });
}

/// The whole, where the parts make it.
std::optional<Decimal> whole_of(const FormChart& chart, const Report& report,
                                const std::vector<std::optional<Decimal>>& parts) {
  const FormChart* theirs = chart_of(*report.form, chart.id);
  if (theirs == nullptr || !theirs->whole) return std::nullopt;
  const std::optional<Decimal> whole = expression_value(*theirs->whole, report);
  Decimal sum;
  for (const std::optional<Decimal>& part : parts) {
    if (!part) return std::nullopt;
    sum += *part;
  }
  return whole && *whole == sum ? whole : std::nullopt;
}

/// Whether a series means the same figures in two forms.
bool continues(const Catalog& catalog, const Form& a, const Form& b, std::string_view chart,
               std::string_view series) {
  if (&a == &b) return true;
  const FormChart* chart_a = chart_of(a, chart);
  const FormChart* chart_b = chart_of(b, chart);
  const Indicator* in_a = chart_a ? series_of(*chart_a, series) : nullptr;
  const Indicator* in_b = chart_b ? series_of(*chart_b, series) : nullptr;
  if (!in_a || !in_b || in_a->numerator.terms.size() != in_b->numerator.terms.size()) return false;
  for (std::size_t i = 0; i < in_a->numerator.terms.size(); ++i) {
    const Term& term_a = in_a->numerator.terms[i];
    const Term& term_b = in_b->numerator.terms[i];
    if (term_a.factor != term_b.factor ||
        !same_series(catalog, a, term_a.cell, b, term_b.cell)) {
      return false;
    }
  }
  return true;
}

bool is_comparable(const Catalog& catalog, const std::vector<const Report*>& before,
                   const std::vector<const Report*>& after, const FormChart& chart,
                   const Indicator& series) {
  // A single agency's report is compared with a report that covers as much.
  if (before.size() == 1 && after.size() == 1 && before[0]->scope != after[0]->scope) return false;
  std::vector<const Form*> forms;
  for (const auto* reports : {&before, &after}) {
    for (const Report* report : *reports) {
      if (std::find(forms.begin(), forms.end(), report->form) == forms.end()) {
        forms.push_back(report->form);
      }
    }
  }
  return std::all_of(forms.begin(), forms.end(), [&](const Form* form) {
    return continues(catalog, *forms.front(), *form, chart.id, series.id);
  });
}

}  // namespace

bool ChartValues::empty() const {
  return std::all_of(series.begin(), series.end(), [](const auto& values) {
    return std::all_of(values.begin(), values.end(),
                       [](const std::optional<Decimal>& value) { return !value || value->is_zero(); });
  });
}

const FormChart* chart_of(const Form& form, std::string_view id) {
  const auto found = std::find_if(form.charts.begin(), form.charts.end(),
                                  [&](const FormChart& chart) { return chart.id == id; });
  return found == form.charts.end() ? nullptr : &*found;
}

ChartValues chart_values(const Library& library, const FormChart& chart,
                         const std::vector<std::vector<const Report*>>& places) {
  const std::size_t count = chart.series.size();
  const bool is_composition = chart.kind == FormChart::Kind::composition;
  ChartValues result{&chart, std::vector<std::vector<std::optional<Decimal>>>(count),
                     std::vector<std::vector<bool>>(count), {}, {}};
  for (const std::vector<const Report*>& reports : places) {
    std::vector<std::optional<Decimal>> sums(count);
    std::optional<Decimal> whole;
    std::vector<const Report*> contains;
    for (const Report* report : reports) {
      if (reports.size() > 1 && !is_summable(chart, *report)) continue;
      const std::vector<std::optional<Decimal>> values = values_of(chart, *report);
      const std::optional<Decimal> its_whole =
          is_composition ? whole_of(chart, *report, values) : std::nullopt;
      if (is_composition && !its_whole) continue;
      if (is_composition) whole = whole.value_or(Decimal()) + *its_whole;
      bool has_any = false;
      for (std::size_t s = 0; s < count; ++s) {
        if (!values[s]) continue;
        has_any = true;
        sums[s] = sums[s].value_or(Decimal()) + *values[s];
      }
      if (has_any) contains.push_back(report);
    }
    const std::vector<const Report*>* before = nullptr;
    for (const auto& earlier : result.contains) {
      if (!earlier.empty()) before = &earlier;
    }
    for (std::size_t s = 0; s < count; ++s) {
      result.breaks[s].push_back(before != nullptr && !contains.empty() &&
                                 !is_comparable(library.catalog(), *before, contains, chart,
                                                chart.series[s]));
      result.series[s].push_back(sums[s]);
    }
    result.wholes.push_back(whole);
    result.contains.push_back(std::move(contains));
  }
  return result;
}

}  // namespace gongkai
