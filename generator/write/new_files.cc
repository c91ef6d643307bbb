#include "write/new_files.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, int error) {
  throw fs::filesystem_error("cannot write", file, std::error_code(error, std::system_category()));
}

/// Remembers what was made, and takes it back unless all went well.
class Undo {
 public:
  ~Undo() {
    std::error_code ignored;
    for (auto path = made_.rbegin(); path != made_.rend(); ++path) fs::remove(*path, ignored);
  }
  void made(const fs::path& path) { made_.push_back(path); }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

void make_folders(const fs::path& folder, Undo& undo) {
  if (folder.empty() || fs::is_directory(folder)) return;
  make_folders(folder.parent_path(), undo);
  if (fs::create_directory(folder)) undo.made(folder);
}

// False where something stands there, also what appeared a moment ago.
bool write_new(const NewFile& file, Undo& undo) {
  make_folders(file.path.parent_path(), undo);
  errno = 0;
  std::FILE* out = std::fopen(file.path.c_str(), "wxb");
  if (!out && errno == EEXIST) return false;
  if (!out) fail(file.path, errno);
  undo.made(file.path);
  const bool written = std::fwrite(file.text.data(), 1, file.text.size(), out) == file.text.size();
  const int error = errno;
  if (std::fclose(out) != 0 || !written) fail(file.path, written ? errno : error);
  return true;
}

}  // namespace

fs::path write_new_files(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    if (fs::exists(fs::symlink_status(file.path))) return file.path;
  }
  Undo undo;
  for (const NewFile& file : files) {
    if (!write_new(file, undo)) return file.path;
  }
  undo.keep();
  return {};
}

}  // namespace gongkai
