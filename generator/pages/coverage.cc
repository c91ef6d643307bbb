#include "pages/coverage.h"

#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/part_links.h"

namespace gongkai {

namespace {

std::string_view css_class(const Duty& duty) {
  if (!duty.owed && !duty.report) return "none";
  if (duty.state == DutyState::missing || duty.is_overdue()) return "overdue";
  if (duty.state == DutyState::late) return "late";
  return duty.is_published() ? "there" : "open";
}

View make_cell(const PageContext& context, const Route& route, const Agency& agency, int year) {
  const Duty duty = public_duty(context, agency, year);
  const bool nothing = !duty.owed && !duty.report;
  View cell;
  cell.set("class", css_class(duty))
      .set("text", nothing ? context.words["not_reported_sign"] : duty_text(context.words, duty))
      .set("spoken", nothing ? View(context.words["duty_none"]) : View(false))
      .set("link", duty.report ? View(relative_link(route.address, report_address(*duty.report)))
                               : View(false));
  return cell;
}

}  // namespace

Duty public_duty(const PageContext& context, const Agency& agency, int year) {
  const Library& library = context.library;
  const Report* report = library.report(agency, year);
  if (!report) report = library.withdrawn(agency, year);
  return duty_of(library.catalog(), agency, year, report);
}

std::string duty_text(const Words& words, const Duty& duty) {
  switch (duty.state) {
    case DutyState::on_time:
      return words["duty_on_time"];
    case DutyState::late:
      return words.fill(duty.days_late == 1 ? "duty_late_one" : "duty_late",
                        {std::to_string(duty.days_late)});
    case DutyState::published:
    case DutyState::date_unknown:
      return words["duty_published"];
    case DutyState::withdrawn:
      return words["withdrawn"];
    case DutyState::draft:
      return words["draft"];
    case DutyState::missing:
      return words.fill(duty.days_late == 1 ? "duty_missing_one" : "duty_missing",
                        {std::to_string(duty.days_late)});
    case DutyState::scheduled:
      return words["scheduled"];
    case DutyState::awaited:
    case DutyState::left_out:
      break;
  }
  return words["duty_awaited"];
}

std::string coverage_sentence(const PageContext& context, int year) {
  int owed = 0, on_time = 0, late = 0, other = 0, missing = 0, awaited = 0;
  for (const Agency& agency : context.library.catalog().agencies) {
    if (!owes(agency, year)) continue;
    ++owed;
    const Duty duty = public_duty(context, agency, year);
    if (duty.state == DutyState::on_time) {
      ++on_time;
    } else if (duty.state == DutyState::late) {
      ++late;
    } else if (duty.report) {
      ++other;
    } else if (duty.state == DutyState::missing) {
      ++missing;
    } else {
      ++awaited;
    }
  }
  if (owed == 0) return {};
  const Words& words = context.words;
  std::string parts;
  const auto add = [&](std::string_view word, int count) {
    if (count == 0) return;
    if (!parts.empty()) parts += words["list_separator"];
    parts += words.fill(word, {std::to_string(count)});
  };
  add("coverage_on_time", on_time);
  add("coverage_late", late);
  add("coverage_other", other);
  add("coverage_missing", missing);
  add("coverage_awaited", awaited);
  return words.fill("coverage_sentence", {std::to_string(year), std::to_string(owed), parts});
}

View make_coverage_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const Catalog& catalog = context.library.catalog();
  std::vector<Crumb> crumbs = {{words["menu_checks"], std::string(checks_address)}};
  if (route.part != nullptr) crumbs.push_back({words["coverage"], std::string(coverage_address)});
  View view = make_frame(
      context, route, part_title(context, route, words["coverage"]),
      words.fill("coverage_description", {part_title(context, route, catalog.settings.title)}),
      crumbs);
  const std::vector<int> years = duty_years(catalog);
  View::List year_names, kinds;
  for (int year : years) year_names.push_back(std::to_string(year));
  for (std::size_t kind = 0; kind < catalog.settings.kinds.size(); ++kind) {
    View::List rows;
    for (const Agency* agency : tree_of(context, route).agencies) {
      if (agency->kind != static_cast<int>(kind) || !agency->reports) continue;
      View::List cells;
      for (int year : years) cells.push_back(make_cell(context, route, *agency, year));
      View row;
      row.set("label", agency_label(*agency)).set("cells", std::move(cells));
      rows.push_back(std::move(row));
    }
    if (rows.empty()) continue;
    View group;
    group.set("label", catalog.settings.kinds[kind].label).set("rows", std::move(rows));
    kinds.push_back(std::move(group));
  }
  view.set("years", std::move(year_names))
      .set("columns", std::to_string(years.size() + 1))
      .set("kinds", std::move(kinds))
      .set("parts", make_parts(context, route));
  return view;
}

}  // namespace gongkai
