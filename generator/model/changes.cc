#include "model/changes.h"

namespace gongkai {

void Changes::merge(const Changes& more) {
  all = all || more.all;
  paths.insert(more.paths.begin(), more.paths.end());
}

bool Changes::touch(std::string_view path) const {
  if (all) return true;
  const std::string below = std::string(path) + "/";
  const auto inside = paths.lower_bound(below);
  if (inside != paths.end() && inside->starts_with(below)) return true;
  while (true) {
    if (paths.find(path) != paths.end()) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == path.npos) return false;
    path = path.substr(0, slash);
  }
}

}  // namespace gongkai
