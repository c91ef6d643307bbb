#include <algorithm>

#include "compare/year_over_year.h"
#include "pages/chart_view.h"
#include "pages/data_files.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"
#include "pages/relation.h"
#include "pages/series_table.h"

namespace gongkai {

namespace {

View make_reports(const PageContext& context, const Route& route, const Agency& agency) {
  View::List list;
  const std::vector<const Report*>& reports = context.library.reports_of(agency);
  for (auto it = reports.rbegin(); it != reports.rend(); ++it) {
    const Report& report = **it;
    View item = make_link(route, report_title(report), report_address(report));
    item.set("year", context.words.fill("year", {std::to_string(report.year)}))
        .set("published", report.published ? View(date_text(context.words, report.published->date))
                                           : View(false))
        .set("scope",
             report.scope_written ? View(scope_text(context.words, report.scope)) : View(false))
        .set("draft", unpublished_mark(context, report))
        .set("withdrawn", false);
    list.push_back(std::move(item));
  }
  for (const Report* report : context.library.withdrawn_reports()) {
    if (report->agency != &agency) continue;
    View item = make_link(route, report_title(*report), report_address(*report));
    item.set("year", context.words.fill("year", {std::to_string(report->year)}))
        .set("published", false)
        .set("scope", false)
        .set("draft", false)
        .set("withdrawn", true);
    list.push_back(std::move(item));
  }
  return list;
}

/// More agencies below one are a list of their own.
constexpr std::size_t most_children = 12;

/// Where the agencies below one are listed.
View below_link(const PageContext& context, const Route& route, const Agency& agency) {
  for (const AgencyPart& part : context.routes.parts().parts()) {
    if (part.above == &agency) return relative_link(route.address, below_address(part));
  }
  return relative_link(route.address, agencies_address) + "#hierarchy";
}

/// The page side by side with this agency chosen already.
View make_side_by_side_link(const PageContext& context, const Route& route, const Agency& agency) {
  const Route* data = context.routes.find(side_by_side_address_of(agency));
  if (data == nullptr) return false;
  View view;
  view.set("label", context.words["side_by_side_with"])
      .set("link", relative_link(route.address, side_by_side_address) + "?agencies=" + agency.id);
  return view;
}

View make_facts(const PageContext& context, const Route& route, const Agency& agency) {
  const Words& words = context.words;
  const Catalog& catalog = context.library.catalog();
  View::List facts;
  auto add = [&](std::string_view label, std::string text, View link = false) {
    View fact;
    fact.set("label", words[label]).set("text", std::move(text)).set("link", std::move(link));
    facts.push_back(std::move(fact));
  };
  auto add_agency = [&](std::string_view label, const Agency& other) {
    View link = context.library.has_page(other)
                    ? View(relative_link(route.address, agency_address(other)))
                    : View(false);
    add(label, other.name, std::move(link));
  };
  add("fact_kind", catalog.kind(agency).label);
  if (const Agency* parent = catalog.agency(agency.parent)) add_agency("fact_parent", *parent);
  for (const FormerName& former : agency.former_names) {
    add("fact_former_name",
        former.until == 0 ? former.name
                          : words.fill("former_name", {former.name, std::to_string(former.until)}));
  }
  for (const std::string& id : agency.succeeds) {
    if (const Agency* before = catalog.agency(id)) add_agency("fact_succeeds", *before);
  }
  const std::vector<const Agency*> children = catalog.children(agency);
  if (children.size() <= most_children) {
    for (const Agency* child : children) add_agency("fact_child", *child);
  } else {
    add("fact_child", words.fill("agency_count", {std::to_string(children.size())}),
        below_link(context, route, agency));
  }
  return facts;
}

/// Every table that any of the reports has, in the order of the newest form that has it.
std::vector<std::string> table_ids(const std::vector<const Report*>& reports) {
  std::vector<std::string> ids;
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    for (const Table& table : (*report)->form->tables) {
      if (std::find(ids.begin(), ids.end(), table.id) == ids.end()) ids.push_back(table.id);
    }
  }
  return ids;
}

View make_explanations(const PageContext& context, const Route& route, const Agency& agency) {
  View::List list;
  for (const Report* report : context.library.reports_of(agency)) {
    for (const Finding& finding : context.checks.of(*report).notable) {
      if (finding.explanation == nullptr) continue;
      View item;
      item.set("year", context.words.fill("year", {std::to_string(report->year)}))
          .set("outcome", outcome_text(context.words, finding.outcome))
          .set("rule", rule_text(context.words, *finding.rule))
          .set("place", report->form->cell_label(finding.cell()))
          .set("link", cell_link(context, route, *report, finding.cell()))
          .set("numbers", relation_html(context, route, finding))
          .set("explanation", text_or_false(finding.explanation->text));
      list.push_back(std::move(item));
    }
  }
  return list_or_false(std::move(list));
}

View make_corrections(const PageContext& context, const Route& route, const Agency& agency) {
  View::List list;
  for (const Report* report : context.library.reports_of(agency)) {
    for (const Correction& correction : report->corrections) {
      View item;
      item.set("year", context.words.fill("year", {std::to_string(report->year)}))
          .set("date", date_text(context.words, correction.date))
          .set("figures", correction_text(context.words, *report, correction))
          .set("link", cell_link(context, route, *report, correction.cell))
          .set("text", correction.text);
      list.push_back(std::move(item));
    }
  }
  return list_or_false(std::move(list));
}

}  // namespace

View make_agency_page(const PageContext& context, const Route& route) {
  const Agency& agency = *route.agency;
  const std::vector<const Report*>& reports = context.library.reports_of(agency);
  View view = make_frame(context, route, agency.name,
                         context.words.fill("agency_description", {agency.name}),
                         {{context.words["menu_agencies"], std::string(agencies_address)}});
  View::List tables;
  for (const std::string& id : table_ids(reports)) {
    YearOverYear comparison =
        year_over_year(context.library, agency, id, compared_column(reports, id));
    if (!comparison.blocks.empty()) tables.push_back(make_series_table(context, route, comparison));
  }
  bool checks = context.settings().publish_checks;
  view.set("facts", make_facts(context, route, agency))
      .set("reports", make_reports(context, route, agency))
      .set("side_by_side", make_side_by_side_link(context, route, agency))
      .set("charts", make_agency_charts(context, agency))
      .set("tables", list_or_false(std::move(tables)))
      .set("explanations", checks ? make_explanations(context, route, agency) : View(false))
      .set("corrections", make_corrections(context, route, agency))
      .set("data", make_data_link(context, route, data_address(agency)));
  return view;
}

}  // namespace gongkai
