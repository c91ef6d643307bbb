#include "texts/similar_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "model/parallel.h"

namespace gongkai {
namespace {

// Texts of a bucket that are unlike each other, with which the others are compared.
constexpr std::size_t most_compared = 8;

using Pair = std::pair<std::size_t, std::size_t>;

// The similar pairs that meet in one band: each text with the first of its bucket like it.
std::vector<Pair> pairs_of_band(const std::vector<SketchedText>& texts, std::size_t band,
                                double least) {
  std::vector<std::pair<std::uint64_t, std::size_t>> buckets;
  buckets.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    buckets.emplace_back(texts[i].sketch.band(band) ^ texts[i].kind, i);
  }
  std::sort(buckets.begin(), buckets.end());
  std::vector<Pair> pairs;
  std::vector<std::size_t> compared;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (i > 0 && buckets[i].first != buckets[i - 1].first) compared.clear();
    const std::size_t text = buckets[i].second;
    const auto like = std::find_if(compared.begin(), compared.end(), [&](std::size_t other) {
      return texts[other].kind == texts[text].kind &&
             similarity(texts[other].sketch, texts[text].sketch) >= least;
    });
    if (like != compared.end()) {
      pairs.emplace_back(*like, text);
    } else if (compared.size() < most_compared) {
      compared.push_back(text);
    }
  }
  return pairs;
}

}  // namespace

std::vector<std::vector<std::size_t>> similar_groups(const std::vector<SketchedText>& texts,
                                                     double least, int jobs) {
  std::vector<std::vector<Pair>> pairs(MinHash::bands);
  parallel_for(pairs.size(), jobs,
               [&](std::size_t band) { pairs[band] = pairs_of_band(texts, band, least); });
  // Each text points at an earlier one of its group, the first at itself.
  std::vector<std::size_t> earlier(texts.size());
  std::iota(earlier.begin(), earlier.end(), std::size_t{0});
  const auto first_of = [&](std::size_t text) {
    while (earlier[text] != text) text = earlier[text] = earlier[earlier[text]];
    return text;
  };
  for (const std::vector<Pair>& of_band : pairs) {
    for (const auto& [a, b] : of_band) {
      const std::size_t first = first_of(a), second = first_of(b);
      earlier[std::max(first, second)] = std::min(first, second);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (const std::size_t first = first_of(i); first != i) {
      std::vector<std::size_t>& group = members[first];
      if (group.empty()) group.push_back(first);
      group.push_back(i);
    }
  }
  std::vector<std::vector<std::size_t>> groups;
  for (auto& [first, group] : members) groups.push_back(std::move(group));
  return groups;
}

}  // namespace gongkai
