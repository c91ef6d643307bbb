#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace gongkai {

/// A text reduced to what copies share, one token a character: folded as labels are, without blanks,
/// punctuation, marks and comments. A number and a `{{…}}` are one and the same token, so that a
/// text in which only the figures were changed stays the same.
struct TextToken {
  char32_t value;
  std::uint32_t begin, end;  ///< bytes of the text
};

/// Stands where a common phrase was taken out. No passage of copied text reaches across it.
inline constexpr char32_t break_token = 0x110000;
inline constexpr char32_t figure_token = 0x110001;
/// The agency's own name.
inline constexpr char32_t agency_token = 0x110002;

/// The phrases of a form that are never copied text: its `common_phrases:` and the sentences of
/// `contains:`. At an … anything may stand.
class CommonPhrases {
 public:
  explicit CommonPhrases(const Form& form);

 private:
  friend std::vector<TextToken> tokens_of(std::string_view, const CommonPhrases&,
                                          const std::vector<std::string>&);
  std::vector<std::u32string> phrases_;
  std::bitset<256> first_;  ///< by the low byte of a phrase's first token
};

/// The tokens of a text, common phrases taken out, each of the agency's names as one token.
std::vector<TextToken> tokens_of(std::string_view text, const CommonPhrases& phrases,
                                 const std::vector<std::string>& agency_names);

}  // namespace gongkai
