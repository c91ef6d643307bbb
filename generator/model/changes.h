#pragma once

#include <set>
#include <string>
#include <string_view>

namespace gongkai {

/// What may have changed in a site since it was last read. Paths are relative to the site's folder,
/// with `/` between names and none at the end; that of a folder stands for all that is in it.
struct Changes {
  bool all = false;  ///< anything may have
  std::set<std::string, std::less<>> paths;

  static Changes everything() { return {true, {}}; }
  bool empty() const { return !all && paths.empty(); }
  void merge(const Changes& more);
  /// Whether the file or something in the folder at `path` may have changed.
  bool touch(std::string_view path) const;
};

}  // namespace gongkai
