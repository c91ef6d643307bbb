#pragma once

#include <cstddef>
#include <vector>

#include "texts/text_tokens.h"

namespace gongkai {

/// A passage that stands in two texts.
struct SharedPassage {
  std::size_t first, other;  ///< index of its first token in either text
  std::size_t length;        ///< tokens
};

struct SharedText {
  std::vector<SharedPassage> passages;  ///< longest first, then as they stand in the first text
  int percent = 0;  ///< of the first text's tokens that stand in the other, common phrases left out
};

/// What of `text` stands in `other` as well, in passages of at least shingle_length tokens.
SharedText shared_text(const std::vector<TextToken>& text, const std::vector<TextToken>& other);

}  // namespace gongkai
