#include <algorithm>

#include "check/check.h"
#include "model/figure_text.h"
#include "pages/citation.h"
#include "pages/data_files.h"
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

/// Of a long list those that stand nearest.
View siblings(const PageContext& context, const Route& route, const Report& report) {
  std::vector<const Report*> alike;
  std::size_t own = 0;
  for (const Report* other : context.library.reports_in(report.year)) {
    if (other->agency->kind != report.agency->kind) continue;
    if (other == &report) own = alike.size();
    alike.push_back(other);
  }
  const std::size_t before = std::min(own, most_siblings / 2);
  const std::size_t end = std::min(alike.size(), own - before + most_siblings + 1);
  const std::size_t first = end > most_siblings ? std::min(own - before, end - most_siblings - 1) : 0;
  View::List list;
  for (std::size_t i = first; i < end; ++i) {
    if (i == own) continue;
    list.push_back(make_link(route, agency_label(*alike[i]->agency), report_address(*alike[i])));
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

/// The data page and the files that most readers want; the others stand there.
View make_downloads(const PageContext& context, const Route& route, const Report& report) {
  const Route* page = context.routes.find(data_address(report));
  if (page == nullptr) return false;
  View view = make_link(route, context.words["data_more"], page->address);
  View::List files;
  for (const Route* file : data_files_of(context, *page)) {
    const bool is_main = file->data == DataFile::report_book || file->data == DataFile::table ||
                         file->data == DataFile::report;
    if (!is_main) continue;
    View item = make_link(route, data_file_label(context, *file), file->address);
    item.set("kind", file_kind(file->address));
    files.push_back(std::move(item));
  }
  view.set("files", std::move(files));
  return view;
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
  if (context.settings().publish_checks) {
    findings = findings_of(context.library.catalog(), context.checks, report);
  }
  View key_figures = make_key_figures(context, report);
  View key_sentence = make_key_sentence(context, report, key_figures);
  view.set("draft", unpublished_notice(context, report))
      .set("facts", make_report_facts(context, route, report))
      .set("key_figures", std::move(key_figures))
      .set("key_sentence", std::move(key_sentence))
      .set("previous", neighbour(context, route, report, report.year - 1))
      .set("next", neighbour(context, route, report, report.year + 1))
      .set("sections", make_report_sections(context, route, report, marks_of(findings)))
      .set("checks", make_report_checks(context, route, report, findings))
      .set("corrections", make_report_corrections(context, route, report))
      .set("attachments", make_report_attachments(context, route, report))
      .set("source", source(report))
      .set("siblings", siblings(context, route, report))
      .set("year_link",
           make_link(route, words.fill("year_archive", {year}), year_address(report.year)))
      .set("downloads", make_downloads(context, route, report))
      .set("digests", make_digests(report))
      .set("cite", report_citation(context, report));
  return view;
}

}  // namespace gongkai
