#include "data/overview_book.h"
#include "pages/citation.h"
#include "pages/data_files.h"
#include "pages/frame.h"
#include "pages/pages.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

View make_files(const PageContext& context, const Route& route) {
  View::List files;
  for (const Route* file : data_files_of(context, route)) {
    View item = make_link(route, data_file_label(context, *file), file->address);
    item.set("name", file->address.substr(file->address.rfind('/') + 1))
        .set("kind", file_kind(file->address));
    files.push_back(std::move(item));
  }
  return files;
}

/// The data of each report of a year or of an agency; false on the page of one report.
View make_report_data(const PageContext& context, const Route& route) {
  if (route.report != nullptr) return false;
  View::List list;
  for (const Report* report : reports_of(context, route)) {
    const std::string label = route.agency != nullptr ? std::to_string(report->year)
                                                      : agency_label(*report->agency);
    list.push_back(make_link(route, label, data_address(*report)));
  }
  return list_or_false(std::move(list));
}

/// What the page's data is taken from, and the way there.
Crumb origin_of(const PageContext& context, const Route& route) {
  if (route.report != nullptr) {
    return {context.words.fill("year", {std::to_string(route.year)}),
            report_address(*route.report)};
  }
  if (route.agency != nullptr) return {agency_label(*route.agency), agency_address(*route.agency)};
  return {context.words.fill("year", {std::to_string(route.year)}), year_address(route.year)};
}

std::vector<Crumb> crumbs_of(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const Crumb origin = origin_of(context, route);
  if (route.agency == nullptr) {
    return {{words["menu_years"], std::string(years_address)}, origin};
  }
  std::vector<Crumb> crumbs = {{words["menu_agencies"], std::string(agencies_address)}};
  if (route.report != nullptr) {
    crumbs.push_back({agency_label(*route.agency), agency_address(*route.agency)});
  }
  crumbs.push_back(origin);
  return crumbs;
}

}  // namespace

View make_downloads_page(const PageContext& context, const Route& route) {
  const Dataset dataset = dataset_of(context, route, route.address);
  View view =
      make_frame(context, route, dataset.title, dataset.description, crumbs_of(context, route));
  const Crumb origin = origin_of(context, route);
  const std::string label = route.report != nullptr ? report_title(*route.report) : origin.label;
  const bool too_long = !fits_overview_book(reports_of(context, route));
  view.set("back", make_link(route, label, origin.address))
      .set("too_long", too_long)
      .set("files", make_files(context, route))
      .set("reports", make_report_data(context, route))
      .set("digests", route.report != nullptr ? make_digests(*route.report) : View(false))
      .set("cite", route.report != nullptr ? View(report_citation(context, *route.report))
                                           : View(false))
      .set("json_ld", dataset_json_ld(context.settings(), dataset));
  return view;
}

View make_data_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  const Library& library = context.library;
  const Dataset dataset = dataset_of(context, route, route.address);
  View view = make_frame(context, route, words["data_title"], dataset.description, {});
  View::List years;
  for (const int year : library.years()) {
    if (library.reports_in(year).empty()) continue;
    View item =
        make_link(route, words.fill("year", {std::to_string(year)}), data_address(year));
    item.set("count",
             words.fill("report_count", {std::to_string(library.reports_in(year).size())}));
    years.push_back(std::move(item));
  }
  view.set("years", std::move(years))
      .set("files", make_files(context, route))
      .set("codebook", make_link(route, words["codebook"], codebook_address))
      .set("json_ld", dataset_json_ld(context.settings(), dataset));
  return view;
}

}  // namespace gongkai
