#pragma once

#include <string>
#include <vector>

#include "import/table_import.h"
#include "load/source_text.h"

namespace gongkai {

/// What is to be done with one file of the site.
struct PlannedFile {
  enum class Action {
    create,     ///< there is none
    update,     ///< it holds other figures, and `text` has them replaced
    unchanged,  ///< it holds the same figures
    keep,       ///< it holds other figures, and nobody asked to update it
  };
  Action action = Action::create;
  std::string file;  ///< relative to the site
  std::string text;
  int changed = 0;   ///< cells that the files give otherwise
};

/// What the imported tables make of the site: agency.yaml of new agencies first, then reports.
/// Nothing is written here. An existing agency.yaml is never touched; of an existing report only
/// figures are, with `update`. Mistakes in the site's own files are reported.
std::vector<PlannedFile> plan_files(const Catalog& catalog, const SiteFiles& site,
                                    const TableMapping& mapping, const TableImport& imported,
                                    bool update, Diagnostics& diagnostics);

}  // namespace gongkai
