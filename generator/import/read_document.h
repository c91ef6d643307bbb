#pragma once

#include <filesystem>
#include <string>

#include "import/document.h"
#include "import/limits.h"

namespace gongkai {

/// Reads the bytes of an original whose kind its first bytes tell (Word, Excel, a web page), else the
/// ending of `name`, else it is text. `file` is where the bytes came from, for kinds that another
/// program has to convert; empty for standard input. Throws Unreadable.
Document read_document(const std::string& bytes, const std::string& name,
                       const std::filesystem::path& file, const ImportLimits& limits = {});

/// The bytes of a file, or of standard input for `-`; no more than the limit. Throws Unreadable.
std::string read_original(const std::filesystem::path& file, const ImportLimits& limits = {});

}  // namespace gongkai
