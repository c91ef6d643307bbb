#include "model/debris.h"

#include <algorithm>
#include <array>

namespace gongkai {

bool is_debris(std::string_view name) {
  // vim asks with a file of this name whether it may write; editors of JetBrains save through two.
  constexpr std::array names = {std::string_view("Thumbs.db"), std::string_view("desktop.ini"),
                                std::string_view("4913")};
  constexpr std::array endings = {std::string_view("~"), std::string_view(".swp"),
                                  std::string_view(".tmp"), std::string_view("___jb_tmp___"),
                                  std::string_view("___jb_old___")};
  if (name.empty() || name.front() == '.' || name.starts_with("~$")) return true;
  if (name.size() > 1 && name.front() == '#' && name.back() == '#') return true;
  return std::find(names.begin(), names.end(), name) != names.end() ||
         std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace gongkai
