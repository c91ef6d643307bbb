#include "check/check.h"
#include "model/figure_text.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

/// A list of other agencies grows with the portal, and every page bears it.
constexpr std::size_t most_siblings = 30;

View neighbour(const PageContext& context, const Route& route, const Report& report, int year) {
  const Report* other = context.library.report(*report.agency, year);
  if (other == nullptr) return false;
  return make_link(route, context.words.fill("year", {std::to_string(year)}),
                   report_address(*other));
}

View siblings(const PageContext& context, const Route& route, const Report& report) {
  View::List list;
  for (const Report* other : context.library.reports_in(report.year)) {
    if (other == &report || other->agency->kind != report.agency->kind) continue;
    if (list.size() == most_siblings) break;
    list.push_back(make_link(route, agency_label(*other->agency), report_address(*other)));
  }
  return list_or_false(std::move(list));
}

View source(const Report& report) {
  if (!report.source) return false;
  View view;
  view.set("label", report.source->title.empty() ? report.source->url : report.source->title)
      .set("link", text_or_false(report.source->url));
  return view;
}

std::string citation(const PageContext& context, const Route& route, const Report& report) {
  const Words& words = context.words;
  std::string published = report.published ? date_text(words, report.published->date)
                                           : words.fill("year", {std::to_string(report.year)});
  std::string title = report_title(report);
  std::string text = words.fill("cite", {title, context.settings().title, published});
  // Most forms prescribe a title that names the agency.
  const std::string& author = report.agency->name_in(report.year);
  if (title.find(author) == std::string::npos) text = words.fill("cite_author", {author}) + text;
  const std::string& base = context.settings().base_url;
  return base.empty() ? text : text + " " + base + percent_encoded(route.address);
}

}  // namespace

View make_report_page(const PageContext& context, const Route& route) {
  const Report& report = *route.report;
  const Words& words = context.words;
  std::string year = std::to_string(report.year);
  View view =
      make_frame(context, route, report_title(report),
                 words.fill("report_description", {report.agency->name_in(report.year), year}),
                 {{words["menu_agencies"], std::string(agencies_address)},
                  {agency_label(*report.agency), agency_address(*report.agency)}});
  std::vector<Finding> findings;
  if (context.settings().publish_checks) findings = evaluate(context.library.catalog(), report);
  view.set("draft", report.status == Status::draft)
      .set("facts", make_report_facts(context, route, report))
      .set("key_figures", make_key_figures(context, report))
      .set("previous", neighbour(context, route, report, report.year - 1))
      .set("next", neighbour(context, route, report, report.year + 1))
      .set("sections", make_report_sections(context, route, report, marks_of(findings)))
      .set("checks", make_report_checks(context, report, findings))
      .set("corrections", make_report_corrections(context, report))
      .set("attachments", make_report_attachments(context, route, report))
      .set("source", source(report))
      .set("siblings", siblings(context, route, report))
      .set("year_link",
           make_link(route, words.fill("year_archive", {year}), year_address(report.year)))
      .set("cite", citation(context, route, report));
  return view;
}

}  // namespace gongkai
