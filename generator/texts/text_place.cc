#include "texts/text_place.h"

#include <algorithm>

namespace gongkai {

TextPlaces::TextPlaces(const Narrative& narrative) : narrative_(narrative), lines_{0} {
  for (std::size_t end = narrative.text.find('\n'); end != std::string::npos;
       end = narrative.text.find('\n', end + 1)) {
    lines_.push_back(end + 1);
  }
}

Position TextPlaces::at(std::size_t offset, std::size_t length) const {
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
  const Mark mark{static_cast<std::uint32_t>(narrative_.first_line + (line - lines_.begin())),
                  static_cast<std::uint32_t>(offset - *line + 1)};
  return {narrative_.file, mark, static_cast<std::uint32_t>(length)};
}

}  // namespace gongkai
