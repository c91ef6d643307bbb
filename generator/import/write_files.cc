#include <cerrno>
#include <cstdio>
#include <system_error>

#include "import/import.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file) {
  throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                          "cannot write " + file.string());
}

void write_new(const fs::path& file, const std::string& bytes) {
  errno = 0;
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (out == nullptr) fail(file);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
  if (std::fclose(out) != 0 || !written) fail(file);
}

}  // namespace

void write_files(const fs::path& site, const std::vector<OriginalFile>& files) {
  std::vector<std::pair<fs::path, fs::path>> written;  // beside its place, its place
  try {
    for (const OriginalFile& planned : files) {
      const fs::path file = site / planned.path;
      fs::create_directories(file.parent_path());
      const fs::path beside = file.parent_path() / ("." + file.filename().string() + ".new");
      written.emplace_back(beside, file);
      write_new(beside, planned.bytes);
    }
    for (const auto& [beside, file] : written) fs::rename(beside, file);
  } catch (...) {
    std::error_code ignored;
    for (const auto& [beside, file] : written) fs::remove(beside, ignored);
    throw;
  }
}

}  // namespace gongkai
