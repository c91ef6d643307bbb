#pragma once

#include <cstdint>
#include <vector>

#include "model/report.h"

namespace gongkai {

/// Where the bytes of a narrative stand in its file. One walk over the text, then a search for each
/// place. It refers to the narrative.
class TextPlaces {
 public:
  explicit TextPlaces(const Narrative& narrative);

  /// The position of `length` bytes from `offset`.
  Position at(std::size_t offset, std::size_t length) const;

 private:
  const Narrative& narrative_;
  std::vector<std::size_t> lines_;  ///< offset of each line
};

}  // namespace gongkai
