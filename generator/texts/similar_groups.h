#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "texts/minhash.h"

namespace gongkai {

/// A text among those that are compared with each other.
struct SketchedText {
  std::uint64_t kind;  ///< only texts of the same kind are compared
  MinHash sketch;
};

/// The groups of similar texts, each of at least two, as ascending indices; ordered by their first.
/// A text belongs to the group when it is similar (at least `least`) to one of it. The cost grows
/// with the number of texts and not with its square: texts meet in the buckets of their bands, and
/// in a bucket each is compared with the first few only, even where all share the same phrases.
std::vector<std::vector<std::size_t>> similar_groups(const std::vector<SketchedText>& texts,
                                                     double least, int jobs);

}  // namespace gongkai
