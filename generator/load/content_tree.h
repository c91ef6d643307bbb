#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/source_text.h"

namespace gongkai {

/// A folder with an agency.yaml and the report folders in it.
struct AgencyFolder {
  std::string folder;             ///< content/agencies/…/shangwuzhuang
  std::vector<int> years;         ///< folders named by a year that hold a report.yaml
};

/// Whether a folder's name can be the id of an agency: [a-z0-9-]+.
bool is_agency_id(std::string_view name);

/// Walks content/agencies/: every folder with an agency.yaml is an agency, other folders are there
/// for order's sake. Sorted by folder. Folders whose names can be no id or no year, years without
/// report.yaml and reports without agency.yaml are reported.
std::vector<AgencyFolder> find_agencies(const SiteFiles& site, Diagnostics& diagnostics);

/// The files content/pages/*.md, sorted.
std::vector<std::string> find_pages(const SiteFiles& site);

}  // namespace gongkai
