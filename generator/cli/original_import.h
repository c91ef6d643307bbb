#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "import/import.h"

namespace gongkai {

/// `gongkai import FILE…`: originals as they were filed, each becoming a report.
struct OriginalImportArguments {
  std::vector<std::string> files;
  ImportWishes wishes;
  std::string year;  ///< as it was typed
  bool dry_run = false;
};

int import_originals(const SiteArguments& arguments, const OriginalImportArguments& originals,
                     const Console& console);

}  // namespace gongkai
