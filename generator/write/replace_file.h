#pragma once

#include <filesystem>
#include <string>

namespace gongkai {

/// Replaces the content of a file in one step: a failure leaves the old one as it was. Throws
/// std::filesystem::filesystem_error where the system fails.
void replace_file(const std::filesystem::path& file, const std::string& text);

}  // namespace gongkai
