#include "pages/routes.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "diagnostics/codes/pages.h"
#include "pages/feed.h"
#include "pages/sitemap.h"

namespace gongkai {

namespace {

constexpr std::string_view index_page = "/index.html";
constexpr std::string_view agencies_folder = "agencies/";
constexpr std::string_view sitemaps_begin = "sitemap";

/// Whether base_url is the root of a host: only there does anybody look for robots.txt.
bool is_root(const std::string& base_url) {
  std::size_t host = base_url.find("://");
  return host != std::string::npos && base_url.find('/', host + 3) == base_url.size() - 1;
}

}  // namespace

std::string agency_address(const Agency& agency) { return "agencies/" + agency.id + "/index.html"; }

std::string report_address(const Report& report) {
  return report_file_address(report, "index.html");
}

std::string report_file_address(const Report& report, std::string_view file) {
  std::string address = "agencies/" + report.agency->id + "/" + std::to_string(report.year) + "/";
  return address.append(file);
}

std::string year_address(int year) { return "years/" + std::to_string(year) + "/index.html"; }

std::string checks_year_address(int year) {
  return "checks/" + std::to_string(year) + std::string(index_page);
}

std::string below_address(const AgencyPart& part) {
  return "agencies/" + part.key + "/below" + std::string(index_page);
}

std::string free_page_address(const FreePage& page) { return "pages/" + page.name + "/index.html"; }

std::string glossary_address_of(const Form& form) { return "glossary/" + form.id + "/index.html"; }

Routes::Routes(const Library& library, const std::vector<std::string>& theme_files,
               Diagnostics& diagnostics)
    : library_(&library), parts_(library.catalog()) {
  add_indexes(library);
  add_former_addresses(library, diagnostics);
  add_figures(library);
  add_side_by_side(library);
  add_data(library);
  for (const std::string& file : theme_files) {
    Route route;
    route.kind = RouteKind::theme_file;
    route.address = file;
    add(std::move(route));
  }
  folders_.reserve(library.catalog().agencies.size());
  for (const Agency& agency : library.catalog().agencies) {
    if (library.has_page(agency)) folders_.try_emplace(&agency);
  }
}

const Route* Routes::find(std::string_view address) const {
  const auto find_in = [&](const Map& routes) -> const Route* {
    const auto found = routes.find(address);
    return found == routes.end() ? nullptr : &found->second;
  };
  if (address.starts_with(agencies_folder)) {
    const std::string_view below = address.substr(agencies_folder.size());
    const Agency* agency = library_->catalog().agency(below.substr(0, below.find('/')));
    if (const auto folder = folders_.find(agency); agency && folder != folders_.end()) {
      // An index of the agencies below it stands there too, but is no page of its own.
      if (const Route* route = find_in(routes_below(*agency))) return route;
    }
  }
  return find_in(address.starts_with(sitemaps_begin) ? sitemaps() : routes_);
}

const std::vector<std::string>& Routes::addresses() const {
  return addresses_.get([&] {
    std::vector<std::string> addresses;
    const auto add_all = [&](const Map& routes) {
      for (const auto& [address, route] : routes) addresses.push_back(address);
    };
    add_all(routes_);
    add_all(sitemaps());
    for (const auto& [agency, folder] : folders_) add_all(routes_below(*agency));
    std::sort(addresses.begin(), addresses.end());
    return addresses;
  });
}

const std::string& Routes::figure_address(const Form& form, CellIndex cell) const {
  static const std::string none;
  auto found = figures_.find(&form);
  return found == figures_.end() ? none : found->second[cell];
}

void Routes::add(Route route) {
  std::string address = route.address;
  [[maybe_unused]] bool is_new = routes_.emplace(std::move(address), std::move(route)).second;
  assert(is_new);
}

/// The list of pages for search engines, in parts where it is long. Empty where the site's own address
/// is not known.
Routes::Map Routes::make_sitemaps() const {
  Map sitemaps;
  if (library_->catalog().settings.base_url.empty()) return sitemaps;
  std::size_t pages = 0;
  const auto count = [&](const Map& routes) {
    for (const auto& [address, route] : routes) pages += is_in_sitemap(route) ? 1 : 0;
  };
  count(routes_);
  for (const auto& [agency, folder] : folders_) count(routes_below(*agency));
  const auto add = [&](std::string address, std::size_t part) {
    Route& route = sitemaps[address];
    route.kind = RouteKind::sitemap;
    route.address = std::move(address);
    route.sitemap_part = part;
  };
  add(std::string(sitemap_address), 0);
  const std::size_t parts = (pages + sitemap_length - 1) / sitemap_length;
  for (std::size_t part = 1; parts > 1 && part <= parts; ++part) {
    add(sitemap_part_address(part), part);
  }
  return sitemaps;
}

const Routes::Map& Routes::sitemaps() const {
  return sitemaps_.get([&] { return make_sitemaps(); });
}

const Routes::Map& Routes::routes_below(const Agency& agency) const {
  return folders_.at(&agency).get([&] { return folder_of(agency); });
}

void Routes::add_indexes(const Library& library) {
  auto add_page = [&](RouteKind kind, std::string_view address) -> Route& {
    Route route;
    route.kind = kind;
    route.address = address;
    return routes_.emplace(std::string(address), std::move(route)).first->second;
  };
  const Catalog& catalog = library.catalog();
  add_page(RouteKind::home, home_address);
  add_page(RouteKind::agencies, agencies_address);
  add_page(RouteKind::years, years_address);
  add_page(RouteKind::compare, compare_address);
  if (catalog.settings.publish_checks) add_page(RouteKind::checks, checks_address);
  if (catalog.settings.publish_search) add_page(RouteKind::search, search_address);
  add_page(RouteKind::site_map, site_map_address);
  const bool has_glossary = std::any_of(library.forms().begin(), library.forms().end(),
                                        [](const Form* form) { return !form->tables.empty(); });
  if (has_glossary) add_page(RouteKind::glossary, glossary_address);
  for (const Form* form : library.forms()) {
    if (!form->tables.empty()) {
      add_page(RouteKind::glossary, glossary_address_of(*form)).form = form;
    }
  }
  add_page(RouteKind::not_found, "404.html");
  if (is_root(catalog.settings.base_url)) add_page(RouteKind::robots, "robots.txt");
  if (has_feed(library)) add_page(RouteKind::feed, feed_address);
  auto add_years_pages = [&](RouteKind kind, std::string (*address_of)(int)) {
    for (int year : library.years()) {
      Route& page = add_page(kind, address_of(year));
      page.year = year;
      add_parts(library, page, [&](const Report& report) { return report.year == year; });
    }
  };
  add_years_pages(RouteKind::year, year_address);
  if (catalog.settings.publish_checks) {
    add_years_pages(RouteKind::checks_year, checks_year_address);
    if (catalog.settings.publish_coverage) add_coverage();
  }
  for (const AgencyPart& part : parts_.parts()) {
    add_page(RouteKind::agencies, below_address(part)).part = &part;
  }
  for (const FreePage& page : catalog.pages) {
    add_page(RouteKind::free_page, free_page_address(page)).page = &page;
  }
}

void Routes::add_coverage() {
  auto owes_any = [](const std::vector<const Agency*>& agencies) {
    return std::any_of(agencies.begin(), agencies.end(),
                       [](const Agency* agency) { return agency->reports.has_value(); });
  };
  Route page;
  page.kind = RouteKind::coverage;
  page.address = coverage_address;
  bool any = owes_any(parts_.top().agencies);
  for (const AgencyPart& part : parts_.parts()) {
    if (!owes_any(part.tree.agencies)) continue;
    any = true;
    Route route = page;
    route.part = &part;
    route.address = part_address(coverage_address, part);
    add(std::move(route));
  }
  if (any) add(std::move(page));
}

/// The agency's own page and all that stands below it.
Routes::Map Routes::folder_of(const Agency& agency) const {
  Map routes;
  const auto add = [&](Route route) {
    std::string address = route.address;
    [[maybe_unused]] bool is_new = routes.emplace(std::move(address), std::move(route)).second;
    assert(is_new);
  };
  auto of_report = [](RouteKind kind, const Report& report, std::string address) {
    Route route;
    route.kind = kind;
    route.address = std::move(address);
    route.agency = report.agency;
    route.year = report.year;
    route.report = &report;
    return route;
  };
  Route page;
  page.kind = RouteKind::agency;
  page.address = agency_address(agency);
  page.agency = &agency;
  add(std::move(page));
  for (const Report* report : library_->reports_of(agency)) {
    add(of_report(RouteKind::report, *report, report_address(*report)));
    std::set<std::string> files(report->linked_files.begin(), report->linked_files.end());
    for (const Attachment& attachment : report->attachments) files.insert(attachment.file);
    for (const std::string& file : files) {
      Route route = of_report(RouteKind::report_file, *report, report_file_address(*report, file));
      route.file = report->folder + "/" + file;
      add(std::move(route));
    }
  }
  for (const Report* report : library_->catalog().reports_of(agency)) {
    if (report->status == Status::withdrawn) {
      add(of_report(RouteKind::withdrawn, *report, report_address(*report)));
    }
  }
  for (Route& route : data_routes_of(*library_, agency)) add(std::move(route));
  return routes;
}

void Routes::add_former_addresses(const Library& library, Diagnostics& diagnostics) {
  const Catalog& catalog = library.catalog();
  std::map<std::string, const Agency*> taken;
  for (const Agency& agency : catalog.agencies) taken.emplace(agency.id, &agency);
  for (const Agency& agency : catalog.agencies) {
    for (std::size_t i = 0; i < agency.former_ids.size(); ++i) {
      const std::string& former = agency.former_ids[i];
      auto [other, is_free] = taken.emplace(former, &agency);
      if (!is_free) {
        diagnostics
            .add(codes::address_taken, {agency.file(), agency.former_id_marks[i], 0},
                 {former, "agencies/" + former + "/"})
            .notes.push_back(
                {&notes::address_also_of, {other->second->file(), other->second->mark, 0}, {}});
        continue;
      }
      if (!library.has_page(agency)) continue;
      auto add_moved = [&](const std::string& below, std::string target) {
        Route route;
        route.kind = RouteKind::moved;
        route.address = "agencies/" + former + below + std::string(index_page);
        route.agency = &agency;
        route.target = std::move(target);
        add(std::move(route));
      };
      add_moved("", agency_address(agency));
      for (const Report* report : library.reports_of(agency)) {
        const std::string year = "/" + std::to_string(report->year);
        add_moved(year, report_address(*report));
        if (catalog.settings.publish_data) add_moved(year + "/data", data_address(*report));
      }
    }
  }
}

}  // namespace gongkai
