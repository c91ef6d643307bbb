#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace gongkai {

/// `gongkai import --table MAPPING FILE…`: tables of figures, a row an agency, by a mapping.
struct TableImportArguments {
  std::string mapping;
  std::vector<std::string> files;
  bool update = false;
};

int import_tables(const SiteArguments& arguments, const TableImportArguments& tables,
                  const Console& console);

}  // namespace gongkai
