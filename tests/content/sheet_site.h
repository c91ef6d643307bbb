#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "model/catalog.h"
#include "rules_of_sheet.h"
#include "sheet.h"

/// Sheets as a site that is loaded in this process.

/// What the tests take an agency to be: the offices and bureaus are departments.
AgencyKind kind_of(const Sheet& sheet);

/// Writes the sheets below a folder and loads them; throws where there is any error but in figures.
/// `more` are further lines for every report.
std::shared_ptr<const gongkai::Catalog> load_sheets(const std::filesystem::path& folder,
                                                    const std::vector<Sheet>& sheets,
                                                    const std::string& more = {});

/// The failed rules of a report, as gongkai finds them.
Failures found_by_gongkai(const gongkai::Catalog& catalog, const gongkai::Report& report);
