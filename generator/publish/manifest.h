#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

struct ManifestEntry {
  std::uintmax_t size = 0;  ///< bytes
  std::string sha256;       ///< 64 lower-case hexadecimal digits

  bool operator==(const ManifestEntry&) const = default;
};

/// manifest.json of a published site: every file of it but itself, by address. It is how the next
/// build tells its own files from those that somebody else put there.
struct Manifest {
  static constexpr std::string_view address = "manifest.json";

  std::map<std::string, ManifestEntry, std::less<>> files;

  bool has(std::string_view file) const { return files.find(file) != files.end(); }
  /// One line a file, sorted.
  std::string str() const;
  /// Nothing for a text that is no manifest, or that names a path outside its own folder.
  static std::optional<Manifest> parse(std::string_view text);
};

/// Whether `text` is a relative path with forward slashes, without empty parts, `.` and `..`.
bool is_address(std::string_view text);

}  // namespace gongkai
