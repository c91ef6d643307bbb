#include "pages/link.h"

#include <algorithm>

namespace gongkai {

std::string relative_link(std::string_view from, std::string_view to) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i) {
    if (from[i] == '/') shared = i + 1;
  }
  std::string out;
  auto ups = std::count(from.begin() + static_cast<std::ptrdiff_t>(shared), from.end(), '/');
  for (; ups > 0; --ups) out += "../";
  out += percent_encoded(to.substr(shared));
  return out;
}

}  // namespace gongkai
