
#include "pages/check_counts.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/part_links.h"
#include "pages/phrases.h"
#include "pages/relation.h"

namespace gongkai {

namespace {

std::vector<const Report*> shown_reports(const PageContext& context, const Route& route) {
  std::vector<const Report*> reports;
  for (const Agency* agency : tree_of(context, route).agencies) {
    if (const Report* report = context.library.report(*agency, route.year)) {
      reports.push_back(report);
    }
  }
  return reports;
}

View make_reports(const PageContext& context, const Route& route,
                  const std::vector<const Report*>& reports) {
  View::List list;
  for (const Report* report : reports) {
    const OutcomeCounts& counts = context.checks.of(*report).counts;
    View view = make_link(route, agency_label(*report->agency), report_address(*report));
    view.set("counts", make_counts(counts)).set("attention", counts.failed != 0);
    list.push_back(std::move(view));
  }
  return list;
}

View make_finding(const PageContext& context, const Route& route, const Finding& finding) {
  const Report& report = *finding.report;
  View item;
  item.set("outcome", outcome_text(context.words, finding.outcome))
      .set("failed", finding.outcome == Outcome::failed)
      .set("rule", rule_text(context.words, *finding.rule))
      .set("place", report.form->cell_label(finding.cell()))
      .set("link", cell_link(context, route, report, finding.cell()))
      .set("numbers", relation_html(context, route, finding))
      .set("explanation", finding.explanation == nullptr
                              ? View(false)
                              : text_or_false(finding.explanation->text));
  return item;
}

/// The findings of these reports, report by report; false where there is none.
View make_findings(const PageContext& context, const Route& route,
                   const std::vector<const Report*>& reports) {
  View::List agencies;
  for (const Report* report : reports) {
    View::List findings;
    for (const Finding& finding : context.checks.of(*report).notable) {
      findings.push_back(make_finding(context, route, finding));
    }
    if (findings.empty()) continue;
    View view = make_link(route, agency_label(*report->agency), report_address(*report));
    view.set("findings", std::move(findings));
    agencies.push_back(std::move(view));
  }
  return list_or_false(std::move(agencies));
}

}  // namespace

View make_checks_year_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const std::string year = std::to_string(route.year);
  std::vector<Crumb> crumbs = {{words["menu_checks"], std::string(checks_address)}};
  if (route.part != nullptr) {
    crumbs.push_back({words.fill("year", {year}), checks_year_address(route.year)});
  }
  View view = make_frame(
      context, route, part_title(context, route, words.fill("checks_year_title", {year})),
      words.fill("checks_year_description",
                 {part_title(context, route, context.settings().title), year}),
      crumbs);
  const std::vector<const Report*> reports = shown_reports(context, route);
  view.set("findings", make_findings(context, route, reports))
      .set("outcomes", make_outcomes(words))
      .set("reports", make_reports(context, route, reports))
      .set("parts", make_parts(context, route));
  return view;
}

}  // namespace gongkai
