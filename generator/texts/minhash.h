#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "texts/text_tokens.h"

namespace gongkai {

/// Tokens of a passage that is looked up as a whole: long enough to be rare, short enough to survive
/// between two changed words.
inline constexpr std::size_t shingle_length = 6;

/// The hash of the shingle that begins at each token; 0 where none does, because the text ends or a
/// common phrase stands there.
std::vector<std::uint64_t> shingles_of(std::span<const TextToken> tokens);

/// A sketch of a text's shingles by which similar texts find each other without being compared all
/// with all: one permutation hashing (Li, Owen, Zhang 2012), empty bins filled by optimal
/// densification (Shrivastava 2017).
struct MinHash {
  static constexpr std::size_t bins = 256;
  static constexpr std::size_t bands = 32;  ///< texts are compared when one band of 8 bins agrees

  std::array<std::uint32_t, bins> least{};

  MinHash() = default;
  /// There must be at least one shingle that is not 0.
  explicit MinHash(std::span<const std::uint64_t> shingles);

  /// The hash of a band.
  std::uint64_t band(std::size_t index) const;
};

/// The estimated share of shingles that two texts have in common, of those that either has
/// (Jaccard), from 0 to 1. Its standard error is 0.03 at most for texts of 250 characters and more.
double similarity(const MinHash& a, const MinHash& b);

}  // namespace gongkai
