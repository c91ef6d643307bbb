#include "compare/across_agencies.h"
#include "pages/chart_view.h"
#include "pages/coverage.h"
#include "pages/data_files.h"
#include "pages/frame.h"
#include "pages/indicator_table.h"
#include "pages/pages.h"
#include "pages/part_links.h"
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
    for (const Agency* agency : tree_of(context, route).agencies) {
      if (agency->kind != static_cast<int>(kind)) continue;
      const Report* report = context.library.report(*agency, route.year);
      if (report == nullptr) continue;
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

/// The agencies that owe a report of this year and have none: those of the page's part, or all.
std::vector<Duty> missing_reports(const PageContext& context, const Route& route) {
  std::vector<Duty> missing;
  if (!context.settings().publish_coverage) return missing;
  auto add = [&](const Agency& agency) {
    if (!owes(agency, route.year)) return;
    const Duty duty = public_duty(context, agency, route.year);
    if (!duty.report) missing.push_back(duty);
  };
  if (route.part != nullptr) {
    for (const Agency* agency : route.part->tree.agencies) add(*agency);
  } else {
    for (const Agency& agency : context.library.catalog().agencies) add(agency);
  }
  return missing;
}

std::vector<const Report*> shown_reports(const PageContext& context, const Route& route) {
  std::vector<const Report*> reports;
  for (const Agency* agency : tree_of(context, route).agencies) {
    if (const Report* report = context.library.report(*agency, route.year)) {
      reports.push_back(report);
    }
  }
  return reports;
}

View make_missing(const PageContext& context, const std::vector<Duty>& missing) {
  View::List list;
  for (const Duty& duty : missing) {
    View item;
    item.set("label", duty.agency->name).set("duty", duty_text(context.words, duty));
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

}  // namespace

View make_year_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const std::string year = std::to_string(route.year);
  std::vector<AcrossAgencies> comparisons =
      route.part != nullptr
          ? across_agencies(context.library, route.year, route.part->tree.agencies)
          : across_agencies(context.library, route.year);
  const std::vector<const Report*> shown = shown_reports(context, route);
  const std::size_t count = route.part != nullptr
                                ? shown.size()
                                : context.library.reports_in(route.year).size();
  std::vector<Crumb> crumbs = {{words["menu_years"], std::string(years_address)}};
  if (route.part != nullptr) {
    crumbs.push_back({words.fill("year", {year}), year_address(route.year)});
  }
  View view = make_frame(context, route,
                         part_title(context, route, words.fill("year_title", {year})),
                         words.fill("year_description", {year, std::to_string(count)}), crumbs);
  const bool coverage = context.settings().publish_coverage && route.part == nullptr;
  const std::vector<Duty> missing = missing_reports(context, route);
  std::vector<std::string> missing_names;
  for (const Duty& duty : missing) missing_names.push_back(agency_label(*duty.agency));
  View::List tables;
  for (const AcrossAgencies& comparison : comparisons) {
    tables.push_back(make_indicator_table(context, route, comparison, missing_names));
  }
  auto other_year = [&](int other) {
    std::string address = year_address(other);
    if (route.part != nullptr) address = part_address(address, *route.part);
    if (context.routes.find(address) == nullptr) return View(false);
    return make_link(route, words.fill("year", {std::to_string(other)}), address);
  };
  view.set("summary", words.fill("year_summary", {year, std::to_string(count)}))
      .set("kinds", make_kinds(context, route))
      .set("coverage", coverage ? text_or_false(coverage_sentence(context, route.year))
                                : View(false))
      .set("missing", make_missing(context, missing))
      .set("tables", list_or_false(std::move(tables)))
      .set("charts", make_compositions(context, shown))
      .set("multiples", make_multiples(context, route, route.year, shown))
      .set("parts", make_parts(context, route))
      .set("data", make_data_link(context, route, data_address(route.year)))
      .set("previous", other_year(route.year - 1))
      .set("next", other_year(route.year + 1));
  return view;
}

}  // namespace gongkai
