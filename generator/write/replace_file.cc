#include "write/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace gongkai {

namespace fs = std::filesystem;

void replace_file(const fs::path& file, const std::string& text) {
  fs::path fresh = file;
  fresh += ".new";
  std::FILE* out = std::fopen(fresh.c_str(), "wb");
  const bool written = out && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  const int error = errno;
  const bool closed = out && std::fclose(out) == 0;
  if (!written || !closed) {
    std::error_code ignored;
    if (out) fs::remove(fresh, ignored);
    throw fs::filesystem_error("cannot write", file,
                               std::error_code(written ? errno : error, std::system_category()));
  }
  fs::permissions(fresh, fs::status(file).permissions());
  fs::rename(fresh, file);
}

}  // namespace gongkai
