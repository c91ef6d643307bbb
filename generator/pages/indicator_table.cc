#include "pages/indicator_table.h"

#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

/// A share of fewer cases than this says too little to be ranked.
constexpr int least_base = 10;

View make_rankings(const PageContext& context, const Route& route,
                   const AcrossAgencies& comparison) {
  View::List rankings;
  for (std::size_t i = 0; i < comparison.form->indicators.size(); ++i) {
    const Indicator& indicator = comparison.form->indicators[i];
    View::List entries;
    for (const AcrossAgencies::Row& row : ranked(comparison, i)) {
      const IndicatorValue& value = row.values[i];
      if (indicator.denominator && value.kind == IndicatorValue::Kind::ratio &&
          value.denominator < Decimal(least_base)) {
        continue;
      }
      View entry = make_indicator(context, indicator, value);
      entry.set("label", agency_label(*row.report->agency))
          .set("link", relative_link(route.address, report_address(*row.report)));
      entries.push_back(std::move(entry));
    }
    if (entries.size() < 2) continue;
    View view;
    view.set("label", indicator.label)
        .set("base", indicator.denominator
                         ? View(context.words.fill("least_base", {std::to_string(least_base)}))
                         : View(false))
        .set("entries", std::move(entries));
    rankings.push_back(std::move(view));
  }
  return list_or_false(std::move(rankings));
}

/// The reports that the totals are made of; each indicator may contain fewer.
View make_contained(const PageContext& context, const AcrossAgencies& comparison) {
  View::List lines;
  for (std::size_t i = 0; i < comparison.totals.size(); ++i) {
    const IndicatorTotal& total = comparison.totals[i];
    if (total.contains.empty()) continue;
    std::string names;
    for (const Report* report : total.contains) {
      if (!names.empty()) names += context.words["list_separator"];
      names += agency_label(*report->agency);
    }
    lines.push_back(context.words.fill(
        "total_contains",
        {comparison.form->indicators[i].label, std::to_string(total.contains.size()), names}));
  }
  return list_or_false(std::move(lines));
}

}  // namespace

View make_indicator_table(const PageContext& context, const Route& route,
                          const AcrossAgencies& comparison) {
  View::List columns, rows, totals;
  for (const Indicator& indicator : comparison.form->indicators) {
    columns.push_back(indicator.label);
  }
  auto add_values = [&](View::List& list, std::size_t i, const IndicatorValue& value) {
    list.push_back(make_indicator(context, comparison.form->indicators[i], value));
  };
  for (const AcrossAgencies::Row& row : comparison.rows) {
    View::List values;
    for (std::size_t i = 0; i < row.values.size(); ++i) add_values(values, i, row.values[i]);
    View view = make_link(route, row.report->agency->name, report_address(*row.report));
    view.set("scope",
             row.report->scope == Scope::all ? View(context.words["scope_all"]) : View(false))
        .set("draft", unpublished_mark(context, *row.report))
        .set("values", std::move(values));
    rows.push_back(std::move(view));
  }
  for (std::size_t i = 0; i < comparison.totals.size(); ++i) {
    add_values(totals, i, comparison.totals[i].value);
  }
  View view;
  view.set("form", comparison.form->name)
      .set("basis", text_or_false(comparison.form->basis))
      .set("columns", std::move(columns))
      .set("rows", std::move(rows))
      .set("totals", list_or_false(comparison.rows.size() > 1 ? std::move(totals) : View::List()))
      .set("contained",
           comparison.rows.size() > 1 ? make_contained(context, comparison) : View(false))
      .set("rankings", make_rankings(context, route, comparison));
  return view;
}

View make_totals(const PageContext& context, const AcrossAgencies& comparison) {
  View::List list;
  for (std::size_t i = 0; i < comparison.totals.size(); ++i) {
    const Indicator& indicator = comparison.form->indicators[i];
    if (comparison.totals[i].contains.empty()) continue;
    View item = make_indicator(context, indicator, comparison.totals[i].value);
    item.set("label", indicator.label);
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace gongkai
