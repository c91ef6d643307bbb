#include "publish/in_place.h"

#include <system_error>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

void remove_stale(const fs::path& output, const std::string& name) {
  files::erase(output / name);
  const std::vector<std::string> folders = files::folders_of(name);
  std::error_code not_empty;
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    fs::remove(output / *folder, not_empty);
    if (not_empty) break;
  }
}

/// Whether `stale` stands where a new folder is due, or in a folder where a new file is due.
bool blocks(const std::string& stale, const Names& written, const Names& folders) {
  if (folders.contains(stale)) return true;
  for (const std::string& folder : files::folders_of(stale)) {
    if (written.contains(folder)) return true;
  }
  return false;
}

}  // namespace

void update_in_place(const fs::path& output, const fs::path& spare, const fs::path& pending,
                     const Changes& changes, const std::string& manifest) {
  fs::create_directory(output);
  files::replace(pending, manifest);

  const Names written(changes.written.begin(), changes.written.end());
  Names folders;
  for (const std::string& name : written) {
    for (std::string& folder : files::folders_of(name)) folders.insert(std::move(folder));
  }
  for (const std::string& name : changes.removed) {
    if (blocks(name, written, folders)) remove_stale(output, name);
  }
  // Where a file is due, a folder that is left can only be an empty one of an interrupted build.
  for (const std::string& name : written) {
    if (fs::is_directory(fs::symlink_status(output / name))) fs::remove(output / name);
  }
  for (const std::string& folder : folders) fs::create_directory(output / folder);

  try {
    for (const std::string& name : written) {
      files::write(output / pending_name(name), files::read(spare / name).value());
    }
  } catch (...) {
    std::error_code ignored;
    for (const std::string& name : written) fs::remove(output / pending_name(name), ignored);
    throw;
  }
  for (const std::string& name : written) {
    files::move(output / pending_name(name), output / name);
  }
  for (const std::string& name : changes.removed) {
    if (!blocks(name, written, folders)) remove_stale(output, name);
  }
  files::replace(output / Manifest::address, manifest);
  files::erase(pending);
}

}  // namespace gongkai
