#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// Digits that stand together in a text, full-width ones too.
struct DigitGroup {
  std::string digits;      ///< half-width; an X that ends the number of an identity card included
  std::size_t begin, end;  ///< bytes of the text
};

/// Groups that one blank or one hyphen joins: `138 0013 8000`.
struct DigitRun {
  std::vector<DigitGroup> groups;
  std::vector<char> joints;  ///< between two groups: ' ' or '-'
};

/// All runs of a text with at least `least` digits, in order. One walk over its bytes.
std::vector<DigitRun> digit_runs(std::string_view text, std::size_t least);

}  // namespace gongkai
