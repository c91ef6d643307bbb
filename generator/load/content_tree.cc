#include "load/content_tree.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "diagnostics/codes/site.h"
#include "diagnostics/codes/yaml.h"
#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

bool is_year(std::string_view name) {
  return name.size() == 4 && name >= "1900" && name <= "2999" &&
         name.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string> folders_in(const SiteFiles& site, const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(site.path(folder), error)) {
    const std::string name = entry.path().filename().string();
    // A linked folder is passed over: it may lead back up here.
    if (entry.is_directory(error) && !entry.is_symlink(error) && name[0] != '.') {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// A folder that may not be opened would otherwise look like an empty one.
void check_readable(const SiteFiles& site, const std::string& folder, Diagnostics& diagnostics) {
  std::error_code error;
  fs::directory_iterator opened(site.path(folder), error);
  if (error && error != std::errc::no_such_file_or_directory) {
    diagnostics.add(codes::unreadable_file, {folder, {}, 0}, {error.message()});
  }
}

std::vector<std::string> files_in(const SiteFiles& site, const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(site.path(folder), error)) {
    if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool holds_report(const SiteFiles& site, const std::string& folder) {
  return site.exists(folder + "/report.yaml");
}

// Reports that stand here although no agency does.
bool holds_reports(const SiteFiles& site, const std::string& folder) {
  if (holds_report(site, folder)) return true;
  const std::vector<std::string> below = folders_in(site, folder);
  return std::any_of(below.begin(), below.end(), [&](const std::string& year) {
    return is_year(year) && holds_report(site, folder + "/" + year);
  });
}

bool holds_agency(const SiteFiles& site, const std::string& folder) {
  if (site.exists(folder + "/agency.yaml")) return true;
  const std::vector<std::string> below = folders_in(site, folder);
  return std::any_of(below.begin(), below.end(), [&](const std::string& name) {
    return holds_agency(site, folder + "/" + name);
  });
}

void find_years(const SiteFiles& site, AgencyFolder& agency, Diagnostics& diagnostics) {
  if (holds_report(site, agency.folder)) {
    diagnostics.add(codes::report_outside_year, {agency.folder + "/report.yaml", {}, 0});
  }
  for (const std::string& name : folders_in(site, agency.folder)) {
    const std::string folder = agency.folder + "/" + name;
    // Agencies may stand inside the folder of the one above them.
    if (!is_year(name) && holds_agency(site, folder)) continue;
    if (!is_year(name)) {
      diagnostics.add(codes::not_a_year, {folder, {}, 0}, {name});
    } else if (!holds_report(site, folder)) {
      Diagnostic& d = diagnostics.add(codes::no_report_file, {folder, {}, 0});
      if (const auto near = nearest("report.yaml", files_in(site, folder))) {
        d.notes.push_back({&notes::file_named_nearly, {}, {*near}});
      }
    } else {
      agency.years.push_back(std::stoi(name));
    }
  }
}

void walk(const SiteFiles& site, const std::string& folder, std::vector<AgencyFolder>& agencies,
          Diagnostics& diagnostics) {
  check_readable(site, folder, diagnostics);
  for (const std::string& name : folders_in(site, folder)) {
    const std::string path = folder + "/" + name;
    check_readable(site, path, diagnostics);
    if (site.exists(path + "/agency.yaml")) {
      if (!is_agency_id(name)) {
        diagnostics.add(codes::agency_folder_name, {path, {}, 0}, {name});
      } else {
        AgencyFolder agency{path, {}};
        find_years(site, agency, diagnostics);
        agencies.push_back(std::move(agency));
      }
      walk(site, path, agencies, diagnostics);
    } else if (site.exists(folder + "/agency.yaml") && !holds_agency(site, path)) {
      continue;  // a year of the agency above, or what should be one: find_years() has seen it
    } else if (holds_reports(site, path)) {
      diagnostics.add(codes::no_agency_file, {path, {}, 0});
    } else {
      walk(site, path, agencies, diagnostics);
    }
  }
}

}  // namespace

bool is_agency_id(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::vector<AgencyFolder> find_agencies(const SiteFiles& site, Diagnostics& diagnostics) {
  std::vector<AgencyFolder> agencies;
  walk(site, "content/agencies", agencies, diagnostics);
  if (agencies.empty() && !diagnostics.has_errors()) {
    diagnostics.add(codes::no_agencies, {"content/agencies", {}, 0});
  }
  return agencies;
}

std::vector<std::string> find_pages(const SiteFiles& site) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(site.path("content/pages"), error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".md" && name[0] != '.') {
      files.push_back("content/pages/" + name);
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace gongkai
