#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/library.h"
#include "diagnostics/diagnostic.h"
#include "model/lazy.h"
#include "pages/agency_parts.h"

namespace gongkai {

enum class RouteKind {
  home,
  agencies,
  agency,
  report,
  withdrawn,  ///< the notice at the address of a withdrawn report
  moved,      ///< a former address, which links on to `target`
  years,
  year,
  compare,
  figure,  ///< one figure of all agencies
  side_by_side,
  checks,
  checks_year,  ///< what was found in the reports of a year
  coverage,     ///< who owed a report and when it came, agencies × years
  search,
  free_page,
  downloads,  ///< the data of a report, an agency or a year, whichever is set
  data,
  codebook,
  glossary,  ///< of a form; of all forms where none is set
  site_map,  ///< for readers
  not_found,
  robots,
  sitemap,  ///< for search engines: a list of pages, or the list of such lists
  feed,
  data_file,
  report_file,  ///< an attachment or an image of a report
  theme_file,
  side_by_side_file,  ///< what the page side by side asks for: of an agency, or of all
};

/// What a data file holds. The first ones stand in the data folder of a report, of an agency and of
/// a year, as far as they apply there; the rest in that of the portal.
enum class DataFile {
  table,          ///< one table of a report as printed, CSV
  long_data,      ///< a line for every cell, CSV
  report,         ///< JSON
  reports,        ///< JSON Lines
  report_book,    ///< XLSX
  overview_book,  ///< many reports, XLSX
  csv_metadata,   ///< CSV on the Web, of the CSV in the same folder
  table_schema,   ///< CSV on the Web, of one table of a form
  long_schema,
  report_list,  ///< CSV
  report_list_schema,
  corrections,  ///< CSV
  corrections_schema,
  codebook_csv,
  codebook_schema,
  codebook_json,
  catalogue,  ///< data.json
  dcat,
  digests_text,
  digests_json,
};

/// One address of the portal and what stands there. Only what its kind needs is set.
struct Route {
  RouteKind kind = RouteKind::home;
  std::string address;
  const Agency* agency = nullptr;
  int year = 0;
  const Report* report = nullptr;
  const Form* form = nullptr;  ///< of a figure: the newest form that asks for it; of a schema, a glossary
  CellIndex cell = no_cell;    ///< in that form
  const FreePage* page = nullptr;
  /// Of an index of agencies, a year, a figure, checks: only these agencies; null: the page itself.
  const AgencyPart* part = nullptr;
  std::string file;    ///< of a report's file: its path in the site's folder
  std::string target;  ///< of a former address: the address it has now
  DataFile data = DataFile::table;
  std::size_t table = 0;  ///< of a data file: index in the form
  std::size_t sitemap_part = 0;  ///< of a sitemap: which part, from 1; 0 is the whole or the list of the parts
};

std::string agency_address(const Agency& agency);
std::string report_address(const Report& report);
std::string report_file_address(const Report& report, std::string_view file);
std::string year_address(int year);
std::string checks_year_address(int year);
/// What the page side by side asks for when an agency is chosen.
std::string side_by_side_address_of(const Agency& agency);
/// The index of the agencies of a part.
std::string below_address(const AgencyPart& part);
std::string free_page_address(const FreePage& page);
/// What a form's rows and columns mean.
std::string glossary_address_of(const Form& form);

/// Where the data of a report, an agency, a year is offered. Its files stand beside it.
std::string data_address(const Report& report);
std::string data_address(const Agency& agency);
std::string data_address(int year);
/// A file of the same data folder.
std::string data_file_address(std::string_view data_page, std::string_view file);
/// The name of a table's file in the data folder of a report.
std::string table_file(const Table& table);
/// The data pages and files of an agency and of its reports.
std::vector<Route> data_routes_of(const Library& library, const Agency& agency);
/// `data/schemas/cn-2021.requests.json`.
std::string table_schema_address(const Form& form, const Table& table);

inline constexpr std::string_view home_address = "index.html";
inline constexpr std::string_view agencies_address = "agencies/index.html";
inline constexpr std::string_view years_address = "years/index.html";
inline constexpr std::string_view compare_address = "compare/index.html";
inline constexpr std::string_view checks_address = "checks/index.html";
inline constexpr std::string_view coverage_address = "checks/coverage/index.html";
inline constexpr std::string_view data_home_address = "data/index.html";
inline constexpr std::string_view codebook_address = "data/codebook/index.html";
inline constexpr std::string_view glossary_address = "glossary/index.html";
inline constexpr std::string_view site_map_address = "site-map/index.html";
inline constexpr std::string_view sitemap_address = "sitemap.xml";
inline constexpr std::string_view search_address = "search/index.html";
inline constexpr std::string_view feed_address = "feed.xml";
inline constexpr std::string_view style_address = "assets/style.css";
inline constexpr std::string_view side_by_side_address = "compare/side-by-side/index.html";
inline constexpr std::string_view side_by_side_list_address = "compare/side-by-side/portal.js";
inline constexpr std::string_view search_script_address = "assets/search.js";

/// All addresses of a portal but those of its search files. Two sources for one address are an error
/// that names both. What stands below an agency is thought of when it is first asked for, so that a
/// preview of many reports need not wait for all addresses. The library must outlive it.
class Routes {
 public:
  Routes(const Library& library, const std::vector<std::string>& theme_files,
         Diagnostics& diagnostics);

  const Route* find(std::string_view address) const;
  /// Sorted. Of all agencies: made when first asked for.
  const std::vector<std::string>& addresses() const;
  /// The page that compares a cell of a form over agencies and years; empty where it has none.
  const std::string& figure_address(const Form& form, CellIndex cell) const;
  /// How pages that list all agencies are divided.
  const AgencyParts& parts() const { return parts_; }

 private:
  using Map = std::map<std::string, Route, std::less<>>;

  void add(Route route);
  /// The parts of `page` in which an agency other than the one above has a report that `counts`.
  void add_parts(const Library& library, const Route& page,
                 const std::function<bool(const Report&)>& counts);
  void add_indexes(const Library& library);
  void add_coverage();
  void add_side_by_side(const Library& library);
  void add_former_addresses(const Library& library, Diagnostics& diagnostics);
  void add_figures(const Library& library);
  void add_data(const Library& library);
  void add_portal_data(const Library& library);
  Map folder_of(const Agency& agency) const;
  const Map& routes_below(const Agency& agency) const;
  Map make_sitemaps() const;
  const Map& sitemaps() const;

  const Library* library_;
  AgencyParts parts_;
  Map routes_;  ///< what does not stand below an agency
  std::unordered_map<const Agency*, Lazy<Map>> folders_;
  Lazy<Map> sitemaps_;
  Lazy<std::vector<std::string>> addresses_;
  std::map<const Form*, std::vector<std::string>> figures_;  ///< by cell
};

}  // namespace gongkai
