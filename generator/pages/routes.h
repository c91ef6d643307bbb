#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compare/library.h"
#include "diagnostics/diagnostic.h"

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
  checks,
  free_page,
  not_found,
  robots,
  report_file,  ///< an attachment or an image of a report
  theme_file,
};

/// One address of the portal and what stands there. Only what its kind needs is set.
struct Route {
  RouteKind kind = RouteKind::home;
  std::string address;
  const Agency* agency = nullptr;
  int year = 0;
  const Report* report = nullptr;
  const Form* form = nullptr;  ///< of a figure: the newest form that asks for it
  CellIndex cell = no_cell;    ///< in that form
  const FreePage* page = nullptr;
  std::string file;    ///< of a report's file: its path in the site's folder
  std::string target;  ///< of a former address: the address it has now
};

std::string agency_address(const Agency& agency);
std::string report_address(const Report& report);
std::string report_file_address(const Report& report, std::string_view file);
std::string year_address(int year);
std::string free_page_address(const FreePage& page);

inline constexpr std::string_view home_address = "index.html";
inline constexpr std::string_view agencies_address = "agencies/index.html";
inline constexpr std::string_view years_address = "years/index.html";
inline constexpr std::string_view compare_address = "compare/index.html";
inline constexpr std::string_view checks_address = "checks/index.html";
inline constexpr std::string_view style_address = "assets/style.css";

/// All addresses of a portal. Two sources for one address are an error that names both.
class Routes {
 public:
  Routes(const Library& library, const std::vector<std::string>& theme_files,
         Diagnostics& diagnostics);

  const Route* find(std::string_view address) const;
  /// Sorted.
  const std::vector<std::string>& addresses() const { return addresses_; }
  /// The page that compares a cell of a form over agencies and years; empty where it has none.
  const std::string& figure_address(const Form& form, CellIndex cell) const;

 private:
  void add(Route route);
  void add_indexes(const Library& library);
  void add_reports(const Library& library);
  void add_former_addresses(const Library& library, Diagnostics& diagnostics);
  void add_figures(const Library& library);

  std::map<std::string, Route, std::less<>> routes_;
  std::vector<std::string> addresses_;
  std::map<const Form*, std::vector<std::string>> figures_;  ///< by cell
};

}  // namespace gongkai
