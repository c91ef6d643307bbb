#include "data/overview_book.h"
#include "pages/routes.h"

namespace gongkai {

namespace {

constexpr std::string_view data_folder = "data/index.html";

/// A file beside a data page.
Route file_route(Route page, DataFile data, std::string_view file, std::size_t table = 0) {
  page.address = data_file_address(page.address, file);
  page.kind = RouteKind::data_file;
  page.data = data;
  page.table = table;
  return page;
}

/// The data page of an agency or a year and its files.
std::vector<Route> group_routes(const Route& page, const std::vector<const Report*>& reports,
                                bool workbooks) {
  std::vector<Route> routes = {page, file_route(page, DataFile::long_data, "long.csv"),
                               file_route(page, DataFile::reports, "reports.jsonl")};
  if (workbooks && fits_overview_book(reports)) {
    routes.push_back(file_route(page, DataFile::overview_book, "tables.xlsx"));
  }
  routes.push_back(file_route(page, DataFile::csv_metadata, "csv-metadata.json"));
  return routes;
}

}  // namespace

std::string data_address(const Report& report) { return report_file_address(report, data_folder); }

std::string data_address(const Agency& agency) {
  return "agencies/" + agency.id + "/" + std::string(data_folder);
}

std::string data_address(int year) {
  return "years/" + std::to_string(year) + "/" + std::string(data_folder);
}

std::string data_file_address(std::string_view data_page, std::string_view file) {
  std::string address(data_page.substr(0, data_page.rfind('/') + 1));
  return address.append(file);
}

std::string table_file(const Table& table) {
  // The long form of all tables has this name.
  return table.id == "long" ? "long-table.csv" : table.id + ".csv";
}

std::string table_schema_address(const Form& form, const Table& table) {
  return "data/schemas/" + form.id + "." + table.id + ".json";
}

std::vector<Route> data_routes_of(const Library& library, const Agency& agency) {
  std::vector<Route> routes;
  const Settings& settings = library.catalog().settings;
  if (!settings.publish_data || library.reports_of(agency).empty()) return routes;
  for (const Report* report : library.reports_of(agency)) {
    Route page;
    page.kind = RouteKind::downloads;
    page.address = data_address(*report);
    page.agency = report->agency;
    page.year = report->year;
    page.report = report;
    routes.push_back(page);
    const std::vector<Table>& tables = report->form->tables;
    for (std::size_t table = 0; table < tables.size(); ++table) {
      routes.push_back(file_route(page, DataFile::table, table_file(tables[table]), table));
    }
    routes.push_back(file_route(page, DataFile::long_data, "long.csv"));
    routes.push_back(file_route(page, DataFile::report, "report.json"));
    if (settings.publish_workbooks) {
      routes.push_back(file_route(page, DataFile::report_book, "report.xlsx"));
    }
    routes.push_back(file_route(page, DataFile::csv_metadata, "csv-metadata.json"));
  }
  Route page;
  page.kind = RouteKind::downloads;
  page.address = data_address(agency);
  page.agency = &agency;
  for (Route& route :
       group_routes(page, library.reports_of(agency), settings.publish_workbooks)) {
    routes.push_back(std::move(route));
  }
  return routes;
}

void Routes::add_data(const Library& library) {
  const Settings& settings = library.catalog().settings;
  if (!settings.publish_data || library.reports().empty()) return;
  for (const int year : library.years()) {
    if (library.reports_in(year).empty()) continue;
    Route page;
    page.kind = RouteKind::downloads;
    page.address = data_address(year);
    page.year = year;
    for (Route& route :
         group_routes(page, library.reports_in(year), settings.publish_workbooks)) {
      add(std::move(route));
    }
  }
  add_portal_data(library);
}

void Routes::add_portal_data(const Library& library) {
  auto add_at = [&](RouteKind kind, std::string address, DataFile data = {}) -> Route& {
    Route route;
    route.kind = kind;
    route.address = address;
    route.data = data;
    return routes_.emplace(std::move(address), std::move(route)).first->second;
  };
  add_at(RouteKind::data, std::string(data_home_address));
  add_at(RouteKind::codebook, std::string(codebook_address));
  constexpr std::pair<DataFile, std::string_view> files[] = {
      {DataFile::report_list, "data/reports.csv"},
      {DataFile::corrections, "data/corrections.csv"},
      {DataFile::codebook_csv, "data/codebook.csv"},
      {DataFile::codebook_json, "data/codebook.json"},
      {DataFile::csv_metadata, "data/csv-metadata.json"},
      {DataFile::catalogue, "data/data.json"},
      {DataFile::dcat, "data/dcat.jsonld"},
      {DataFile::digests_text, "data/digests.txt"},
      {DataFile::digests_json, "data/digests.json"},
      {DataFile::long_schema, "data/schemas/long.json"},
      {DataFile::report_list_schema, "data/schemas/reports.json"},
      {DataFile::corrections_schema, "data/schemas/corrections.json"},
      {DataFile::codebook_schema, "data/schemas/codebook.json"},
  };
  for (const auto& [data, address] : files) {
    add_at(RouteKind::data_file, std::string(address), data);
  }
  for (const Form* form : library.forms()) {
    for (std::size_t table = 0; table < form->tables.size(); ++table) {
      Route& route =
          add_at(RouteKind::data_file, table_schema_address(*form, form->tables[table]),
                 DataFile::table_schema);
      route.form = form;
      route.table = table;
    }
  }
}

}  // namespace gongkai
