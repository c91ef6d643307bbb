#include <algorithm>
#include <set>

#include "compare/across_agencies.h"
#include "pages/chart_view.h"
#include "pages/coverage.h"
#include "pages/frame.h"
#include "pages/indicator_table.h"
#include "pages/narratives.h"
#include "pages/pages.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

constexpr std::size_t most_reports = 12;

/// Who is late, of the year that is shown and of a newer one that is owed already.
View::List make_coverage_sentences(const PageContext& context, int year) {
  View::List sentences;
  if (!context.settings().publish_coverage) return sentences;
  const int newest = newest_reporting_year(context.library.catalog());
  for (int each : std::set<int, std::greater<>>{std::max(newest, year), year}) {
    std::string sentence = coverage_sentence(context, each);
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

View make_newest_year(const PageContext& context, const Route& route, int year) {
  const Words& words = context.words;
  const std::vector<const Report*>& reports = context.library.reports_in(year);
  View::List links, forms;
  for (const Report* report : reports) {
    if (links.size() == most_reports) break;
    View item = make_link(route, report_title(*report), report_address(*report));
    item.set("published",
             report->published ? View(date_text(words, report->published->date)) : View(false));
    links.push_back(std::move(item));
  }
  for (const AcrossAgencies& comparison : across_agencies(context.library, year)) {
    View form;
    form.set("contains", words.fill("glance_contains", {std::to_string(comparison.rows.size()),
                                                        comparison.form->name}))
        .set("totals", make_totals(context, comparison));
    forms.push_back(std::move(form));
  }
  std::string text = std::to_string(year);
  View view = make_link(route, words.fill("year_archive", {text}), year_address(year));
  view.set("title", words.fill("glance_title", {text}))
      .set("summary", words.fill("year_summary", {text, std::to_string(reports.size())}))
      .set("coverage", list_or_false(make_coverage_sentences(context, year)))
      .set("forms", std::move(forms))
      .set("reports", std::move(links));
  return view;
}

View make_ways(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View::List ways;
  auto add = [&](std::string_view label, std::string_view text, std::string_view address) {
    View way = make_link(route, words[label], address);
    way.set("text", words[text]);
    ways.push_back(std::move(way));
  };
  add("menu_agencies", "way_agencies", agencies_address);
  add("menu_years", "way_years", years_address);
  add("menu_compare", "way_compare", compare_address);
  if (context.settings().publish_checks) add("menu_checks", "way_checks", checks_address);
  if (context.routes.find(data_home_address) != nullptr) {
    add("menu_data", "way_data", data_home_address);
  }
  return ways;
}

}  // namespace

View make_home_page(const PageContext& context, const Route& route) {
  const Settings& settings = context.settings();
  View view = make_frame(context, route, settings.title,
                         context.words.fill("home_description", {settings.title}), {});
  const FreePage& introduction = context.library.catalog().introduction;
  const std::vector<int>& years = context.library.years();
  View::List links;
  for (int year : years) {
    links.push_back(
        make_link(route, context.words.fill("year", {std::to_string(year)}), year_address(year)));
  }
  view.set("introduction", introduction.text.empty()
                               ? View(false)
                               : text_or_false(free_text_html(context, introduction)))
      .set("newest", years.empty() ? View(false) : make_newest_year(context, route, years.front()))
      .set("charts", make_total_charts(context))
      .set("years", list_or_false(std::move(links)))
      .set("ways", make_ways(context, route));
  return view;
}

}  // namespace gongkai
