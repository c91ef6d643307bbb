#include "diagnostics/suggestion.h"

#include <algorithm>
#include <vector>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
  // Nobody mistypes a long text; this also bounds the work that a hostile key can cause.
  if (word.empty() || word.size() > 200) return {};
  const std::u32string wanted = to_code_points(word);
  const std::string* best = nullptr;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : known) {
    if (candidate.empty()) continue;
    const std::size_t found = distance(wanted, to_code_points(candidate));
    if (found < best_distance && found < wanted.size()) {
      best = &candidate;
      best_distance = found;
    }
  }
  if (!best) return {};
  return *best;
}

}  // namespace gongkai
