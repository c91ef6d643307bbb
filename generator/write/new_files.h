#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gongkai {

/// A file that is to be made.
struct NewFile {
  std::filesystem::path path;
  std::string text;
};

/// Writes files where none stand yet, with the folders that they need, in the order given: all of
/// them or none. Returns the first path at which something stands already; empty where all were
/// written. Throws std::filesystem::filesystem_error where the system fails, after taking back what
/// it had written.
std::filesystem::path write_new_files(const std::vector<NewFile>& files);

}  // namespace gongkai
