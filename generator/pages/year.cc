#include "compare/across_agencies.h"
#include "pages/coverage.h"
#include "pages/data_files.h"
#include "pages/frame.h"
#include "pages/indicator_table.h"
#include "pages/pages.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

/// Whether the report came in time, where the site publishes that and it can be known.
void set_duty(const PageContext& context, const Report& report, View& item) {
  item.set("duty", false).set("late", false);
  if (!context.settings().publish_coverage) return;
  const Duty duty = public_duty(context, *report.agency, report.year);
  const bool late = duty.state == DutyState::late;
  if (!late && duty.state != DutyState::on_time) return;
  item.set("duty", duty_text(context.words, duty)).set("late", late);
}

View make_kinds(const PageContext& context, const Route& route) {
  const Settings& settings = context.settings();
  View::List kinds;
  for (std::size_t kind = 0; kind < settings.kinds.size(); ++kind) {
    View::List reports;
    for (const Report* report : context.library.reports_in(route.year)) {
      if (report->agency->kind != static_cast<int>(kind)) continue;
      View item = make_link(route, report->agency->name_in(route.year), report_address(*report));
      item.set("published", report->published
                                ? View(date_text(context.words, report->published->date))
                                : View(false))
          .set("scope",
               report->scope == Scope::all ? View(context.words["scope_all"]) : View(false))
          .set("draft", unpublished_mark(context, *report));
      set_duty(context, *report, item);
      reports.push_back(std::move(item));
    }
    if (reports.empty()) continue;
    View view;
    view.set("label", settings.kinds[kind].label).set("reports", std::move(reports));
    kinds.push_back(std::move(view));
  }
  return kinds;
}

/// The agencies that owe a report of this year and have none.
View make_missing(const PageContext& context, int year) {
  View::List missing;
  for (const Agency& agency : context.library.catalog().agencies) {
    if (!owes(agency, year)) continue;
    const Duty duty = public_duty(context, agency, year);
    if (duty.report) continue;
    View item;
    item.set("label", agency.name).set("duty", duty_text(context.words, duty));
    missing.push_back(std::move(item));
  }
  return list_or_false(std::move(missing));
}

}  // namespace

View make_year_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  std::string year = std::to_string(route.year);
  std::size_t count = context.library.reports_in(route.year).size();
  View view = make_frame(context, route, words.fill("year_title", {year}),
                         words.fill("year_description", {year, std::to_string(count)}),
                         {{words["menu_years"], std::string(years_address)}});
  const bool coverage = context.settings().publish_coverage;
  View::List tables;
  for (const AcrossAgencies& comparison : across_agencies(context.library, route.year)) {
    tables.push_back(make_indicator_table(context, route, comparison));
  }
  auto other_year = [&](int other) {
    if (context.library.reports_in(other).empty()) return View(false);
    return make_link(route, words.fill("year", {std::to_string(other)}), year_address(other));
  };
  view.set("summary", words.fill("year_summary", {year, std::to_string(count)}))
      .set("kinds", make_kinds(context, route))
      .set("coverage", coverage ? text_or_false(coverage_sentence(context, route.year))
                                : View(false))
      .set("missing", coverage ? make_missing(context, route.year) : View(false))
      .set("tables", list_or_false(std::move(tables)))
      .set("data", make_data_link(context, route, data_address(route.year)))
      .set("previous", other_year(route.year - 1))
      .set("next", other_year(route.year + 1));
  return view;
}

}  // namespace gongkai
