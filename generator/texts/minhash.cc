#include "texts/minhash.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace gongkai {
namespace {

constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t base = 0x9E3779B97F4A7C15;  // odd, for a polynomial modulo 2^64

// The finalizer of SplitMix64.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

constexpr std::uint64_t power(std::uint64_t factor, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= factor;
  return result;
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::span<const TextToken> tokens) {
  constexpr std::uint64_t leaving = power(base, shingle_length);
  std::vector<std::uint64_t> shingles(tokens.size(), 0);
  std::uint64_t rolling = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].value == break_token) {
      rolling = 0;
      length = 0;
      continue;
    }
    rolling = rolling * base + tokens[i].value;
    if (++length > shingle_length) rolling -= leaving * tokens[i - shingle_length].value;
    if (length >= shingle_length) {
      shingles[i + 1 - shingle_length] = std::max<std::uint64_t>(mixed(rolling), 1);
    }
  }
  return shingles;
}

MinHash::MinHash(std::span<const std::uint64_t> shingles) {
  least.fill(empty);
  for (const std::uint64_t shingle : shingles) {
    if (shingle == 0) continue;
    std::uint32_t& bin = least[shingle >> 56];
    bin = std::min(bin, static_cast<std::uint32_t>(shingle >> 16) & ~1U);
  }
  assert(std::any_of(least.begin(), least.end(), [](std::uint32_t bin) { return bin != empty; }));
  const std::array<std::uint32_t, bins> filled = least;
  for (std::size_t i = 0; i < bins; ++i) {
    // The same empty bin looks for its filling in the same order in every text.
    for (std::uint64_t attempt = 1; least[i] == empty; ++attempt) {
      least[i] = filled[mixed((i + 1) * base + attempt) % bins];
    }
  }
}

std::uint64_t MinHash::band(std::size_t index) const {
  constexpr std::size_t rows = bins / bands;
  std::uint64_t hash = index;
  for (std::size_t i = index * rows; i < (index + 1) * rows; ++i) hash = mixed(hash * base + least[i]);
  return hash;
}

double similarity(const MinHash& a, const MinHash& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < MinHash::bins; ++i) equal += a.least[i] == b.least[i] ? 1 : 0;
  return static_cast<double>(equal) / MinHash::bins;
}

}  // namespace gongkai
