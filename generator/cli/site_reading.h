#pragma once

#include <memory>
#include <string>

#include "cli/command.h"

namespace gongkai {

/// A site as it was read, for commands that write into it: nothing is checked.
struct SiteReading {
  std::shared_ptr<const Catalog> catalog;  ///< never null
  Diagnostics diagnostics;                 ///< of reading; about any file of the site
};

/// Reads the site of the command line. Where site.yaml cannot be read, says why and returns
/// nothing.
std::optional<SiteReading> read_site(const SiteArguments& arguments, const Console& console);

/// Prints the errors of an agency's own agency.yaml, for which the catalog does not know it; `word`
/// is the name of its folder. False where there are none.
bool print_errors_of_agency(const SiteReading& reading, const std::string& word,
                            const SiteArguments& arguments, const Console& console);

}  // namespace gongkai
