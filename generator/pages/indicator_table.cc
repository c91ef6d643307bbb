#include "pages/indicator_table.h"

#include <algorithm>
#include <unordered_map>

#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/phrases.h"
#include "pages/part_links.h"

namespace gongkai {

namespace {

/// A ranking that is longer goes on in the tables of the parts.
constexpr std::size_t most_ranked = 200, most_ranked_of_divided = 20;
/// A longer list of names tells nobody anything.
constexpr std::size_t most_names = 200, most_names_in_a_sentence = 6;

View make_ranking(const PageContext& context, const Route& route, const AcrossAgencies& comparison,
                  std::size_t i, std::size_t most) {
  const Indicator& indicator = comparison.form->indicators[i];
  const Decimal least_base(context.settings().least_denominator);
  View::List entries;
  std::size_t rank = 0, place = 0;
  const IndicatorValue* before = nullptr;
  bool is_cut = false;
  for (const AcrossAgencies::Row* row : ranked(comparison, i)) {
    const IndicatorValue& value = row->values[i];
    const bool is_number = value.kind == IndicatorValue::Kind::value ||
                           value.kind == IndicatorValue::Kind::ratio;
    if (value.kind == IndicatorValue::Kind::ratio && value.denominator < least_base) continue;
    if (entries.size() == most) {
      is_cut = true;
      break;
    }
    if (is_number) {
      ++place;
      // Equals share a rank.
      if (before == nullptr || !(before->value == value.value)) rank = place;
      before = &value;
    }
    View entry = make_indicator(context, indicator, value);
    entry.set("label", agency_label(*row->report->agency))
        .set("link", relative_link(route.address, report_address(*row->report)))
        .set("rank", is_number ? View(std::to_string(rank)) : View(false));
    entries.push_back(std::move(entry));
  }
  if (entries.size() < 2) return false;
  View view;
  view.set("label", indicator.label)
      .set("base", indicator.denominator
                       ? View(context.words.fill("least_base",
                                                 {std::to_string(context.settings().least_denominator)}))
                       : View(false))
      .set("cut", is_cut ? View(context.words.fill("ranking_cut", {std::to_string(most)}))
                         : View(false))
      .set("entries", std::move(entries));
  return view;
}

View make_rankings(const PageContext& context, const Route& route,
                   const AcrossAgencies& comparison) {
  const bool is_divided = route.part == nullptr && context.routes.parts().divided();
  View::List rankings;
  for (std::size_t i = 0; i < comparison.form->indicators.size(); ++i) {
    View ranking = make_ranking(context, route, comparison, i,
                                is_divided ? most_ranked_of_divided : most_ranked);
    if (ranking.object() != nullptr) rankings.push_back(std::move(ranking));
  }
  return list_or_false(std::move(rankings));
}

std::string names_of(const Words& words, const std::vector<const Report*>& reports) {
  std::string names;
  for (const Report* report : reports) {
    if (!names.empty()) names += words["list_separator"];
    names += agency_label(*report->agency);
  }
  return names;
}

/// The reports of `all` that are not in `some`, which keeps their order.
std::vector<const Report*> without(const std::vector<const Report*>& all,
                                   const std::vector<const Report*>& some) {
  std::vector<const Report*> rest;
  auto next = some.begin();
  for (const Report* report : all) {
    if (next != some.end() && *next == report) {
      ++next;
    } else {
      rest.push_back(report);
    }
  }
  return rest;
}

/// What a total is made of and what it lacks: a sentence, and the names.
View make_contained(const PageContext& context, const AcrossAgencies& comparison,
                    const std::vector<std::string>& missing) {
  const Words& words = context.words;
  auto count = [](const auto& list) { return std::to_string(list.size()); };
  std::string summary = words.fill("total_of", {count(comparison.summed)});
  if (!comparison.covered.empty()) {
    summary += words.fill("total_covers", {count(comparison.covered)});
  }
  std::string missing_names;
  for (const std::string& name : missing) {
    missing_names += (missing_names.empty() ? "" : words["list_separator"]) + name;
  }
  if (!missing.empty()) {
    summary += missing.size() <= most_names_in_a_sentence
                   ? words.fill("total_lacks_names", {count(missing), missing_names})
                   : words.fill("total_lacks", {count(missing)});
  }
  View::List lines;
  auto add = [&](std::string_view word, const std::vector<const Report*>& reports) {
    if (reports.empty() || reports.size() > most_names) return;
    lines.push_back(words.fill(word, {names_of(words, reports)}));
  };
  add("contained_names", comparison.summed);
  add("covered_names", comparison.covered);
  if (!missing.empty() && missing.size() <= most_names) {
    lines.push_back(words.fill("missing_names", {missing_names}));
  }
  for (std::size_t i = 0; i < comparison.totals.size(); ++i) {
    const IndicatorTotal& total = comparison.totals[i];
    if (total.contains.empty() || total.contains.size() == comparison.summed.size()) continue;
    const std::vector<const Report*> rest = without(comparison.summed, total.contains);
    const std::string& label = comparison.form->indicators[i].label;
    lines.push_back(rest.size() > most_names
                        ? words.fill("total_without_count", {label, count(rest)})
                        : words.fill("total_without", {label, names_of(words, rest)}));
  }
  View view;
  view.set("summary", std::move(summary)).set("lines", std::move(lines));
  return view;
}

View::List make_values(const PageContext& context, const Form& form,
                       const std::vector<IndicatorTotal>& totals) {
  View::List values;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    values.push_back(make_indicator(context, form.indicators[i], totals[i].value));
  }
  return values;
}

View make_rows(const PageContext& context, const Route& route, const AcrossAgencies& comparison) {
  std::unordered_map<const Agency*, const AcrossAgencies::Row*> by_agency;
  for (const AcrossAgencies::Row& row : comparison.rows) by_agency.emplace(row.report->agency, &row);
  const AgencyTree& tree = tree_of(context, route);
  View::List rows;
  for (std::size_t i = 0; i < tree.agencies.size(); ++i) {
    const auto found = by_agency.find(tree.agencies[i]);
    if (found == by_agency.end()) continue;
    const AcrossAgencies::Row& row = *found->second;
    const Report& report = *row.report;
    View::List values;
    for (std::size_t v = 0; v < row.values.size(); ++v) {
      values.push_back(make_indicator(context, comparison.form->indicators[v], row.values[v]));
    }
    View view = make_link(route, report.agency->name, report_address(report));
    view.set("depth", std::to_string(std::min(tree.depths[i], 3)))
        .set("kind", context.library.catalog().kind(*report.agency).label)
        .set("scope", report.scope == Scope::all ? View(context.words["scope_all"]) : View(false))
        .set("draft", unpublished_mark(context, report))
        .set("values", std::move(values));
    rows.push_back(std::move(view));
  }
  return rows;
}

/// Kinds of agency × indicators; false where there is only one kind.
View make_kinds(const PageContext& context, const AcrossAgencies& comparison) {
  if (comparison.kinds.size() < 2) return false;
  View::List kinds;
  for (const AcrossAgencies::KindTotals& kind : comparison.kinds) {
    View view;
    view.set("label", context.settings().kinds[static_cast<std::size_t>(kind.kind)].label)
        .set("count", std::to_string(kind.count))
        .set("values", make_values(context, *comparison.form, kind.totals));
    kinds.push_back(std::move(view));
  }
  return list_or_false(std::move(kinds));
}

}  // namespace

View make_indicator_table(const PageContext& context, const Route& route,
                          const AcrossAgencies& comparison,
                          const std::vector<std::string>& missing) {
  View::List columns;
  for (const Indicator& indicator : comparison.form->indicators) {
    columns.push_back(indicator.label);
  }
  // A single report is its own total, unless something is missing beside it.
  const bool has_total = comparison.rows.size() > 1 || !missing.empty();
  View view;
  view.set("id", comparison.form->id)
      .set("form", comparison.form->name)
      .set("basis", text_or_false(comparison.form->basis))
      .set("columns", std::move(columns))
      .set("rows", make_rows(context, route, comparison))
      .set("kinds", make_kinds(context, comparison))
      .set("totals", has_total ? list_or_false(make_values(context, *comparison.form,
                                                           comparison.totals))
                               : View(false))
      .set("contained", has_total ? make_contained(context, comparison, missing) : View(false))
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
