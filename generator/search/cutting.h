#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// How search takes a code point: full width is half width, a capital is a small letter, a
/// traditional character is its simplified one. One code point gives one.
char32_t folded(char32_t code_point);

/// The traditional characters of a block of 1024 code points (`block` is a code point / 1024), each
/// followed by the simplified one; empty where there are none.
std::string traditional_pairs(std::uint32_t block);
/// The blocks that have any, ascending.
std::vector<std::uint32_t> traditional_blocks();

/// A term of the index in eight bytes: two neighbouring characters of a script without blanks
/// between words, or a word of at most seven bytes.
using TermKey = std::uint64_t;

TermKey pair_key(char32_t first, char32_t second);
std::string term_text(TermKey key);

/// The terms of a text, in its order and with repetitions.
struct Terms {
  std::vector<TermKey> keys;
  std::vector<std::string> long_words;  ///< of more than seven bytes

  void clear();
};

/// Cuts a text as the script in the browser cuts what readers type (themes/default/assets/search.js):
/// each pair of neighbouring Chinese (Japanese, Korean) characters, each word of other scripts, each
/// number. `1,234` is the number 1234, `7.5` is one number.
void cut(std::string_view text, Terms& terms);

/// A number made from a term, the same in the browser: its remainder names the term's shard.
std::uint32_t term_hash(std::string_view term);

}  // namespace gongkai
