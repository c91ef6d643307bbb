#include "texts/shared_passages.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "texts/minhash.h"

namespace gongkai {

SharedText shared_text(const std::vector<TextToken>& text, const std::vector<TextToken>& other) {
  const std::vector<std::uint64_t> here = shingles_of(text), there = shingles_of(other);
  std::unordered_map<std::uint64_t, std::size_t> places;
  for (std::size_t i = there.size(); i-- > 0;) {
    if (there[i] != 0) places[there[i]] = i;
  }
  SharedText shared;
  std::size_t covered = 0, covered_until = 0;
  for (std::size_t i = 0; i < here.size(); ++i) {
    const auto place = here[i] == 0 ? places.end() : places.find(here[i]);
    if (place == places.end()) continue;
    SharedPassage passage{i, place->second, shingle_length};
    while (i + 1 < here.size() && here[i + 1] != 0) {
      const std::size_t next = passage.other + (i + 1 - passage.first);
      if (next >= there.size() || there[next] != here[i + 1]) break;
      ++i;
      ++passage.length;
    }
    const std::size_t end = passage.first + passage.length;
    covered += end - std::max(covered_until, passage.first);
    covered_until = end;
    shared.passages.push_back(passage);
  }
  const auto counted = std::count_if(text.begin(), text.end(), [](const TextToken& token) {
    return token.value != break_token;
  });
  if (counted > 0) shared.percent = static_cast<int>(covered * 100 / static_cast<std::size_t>(counted));
  std::stable_sort(
      shared.passages.begin(), shared.passages.end(),
      [](const SharedPassage& a, const SharedPassage& b) { return a.length > b.length; });
  return shared;
}

}  // namespace gongkai
