#pragma once

#include <optional>

#include "load/reader.h"
#include "model/catalog.h"

namespace gongkai {

/// Reads content/pages/<name>.md: front matter between two lines `---`, then the text. The home
/// page's introduction needs no front matter (`is_introduction`). Nothing after an error.
std::optional<FreePage> load_page(const SiteFiles& site, const std::string& file,
                                  bool is_introduction, Diagnostics& diagnostics);

}  // namespace gongkai
