#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/cutting.h"
#include "search/visible_text.h"

namespace gongkai {

/// Pieces of text that stand on most pages made from one form: its labels, its rules, the theme's
/// words. They are stored once, and passages name them by number.
class SharedPieces {
 public:
  /// Takes the pieces that at least half of the `pages` bear, and two at least. To be called for
  /// every form.
  void add(const std::vector<std::vector<VisibleBlock>>& pages);

  /// In the order of their numbers.
  const std::vector<std::string>& pieces() const { return pieces_; }
  const Terms& terms(std::size_t number) const { return terms_[number]; }
  /// The number of a piece; -1 where it is not shared.
  int find(std::string_view piece) const;

 private:
  std::vector<std::string> pieces_;
  std::vector<Terms> terms_;
  std::map<std::string, int, std::less<>> numbers_;
};

/// What search keeps of a page.
struct Passage {
  std::string title;
  /// Its other blocks, one a line. A line that begins with a tab is a heading. A shared piece is
  /// written as one code point: shared_piece_base and its number.
  std::string text;
};

/// The third last plane of Unicode, for private use: no font shows it, so no page is the poorer
/// when what it holds of its own is left out.
inline constexpr char32_t shared_piece_base = 0xf0000;
inline constexpr std::size_t most_shared_pieces = 0xfffe;

Passage make_passage(const std::vector<VisibleBlock>& page, const SharedPieces& shared);

/// Where a term stands on a page, as bits; 0: in its text alone.
using Place = std::uint8_t;
inline constexpr Place in_text = 0, in_heading = 1, in_title = 2;

/// The terms of one page, each once.
struct PageTerms {
  std::vector<std::pair<TermKey, Place>> keys;          ///< in no order
  std::map<std::string, Place, std::less<>> long_words;
};

PageTerms terms_of(const Passage& passage, const SharedPieces& shared);

}  // namespace gongkai
