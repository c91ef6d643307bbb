#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "narrative/markdown.h"

namespace gongkai {

/// Finds where inline text stands, which the parser does not say reliably: it is searched for
/// within the lines of the block that is being written. Blocks and what stands in them must be
/// asked for in the order of the text.
class BlockFinder {
 public:
  explicit BlockFinder(const std::string& text);

  /// To be called for every node that is entered.
  void enter(cmark_node* node);
  /// Where the block begins.
  std::size_t here() const { return begin_; }
  /// The next occurrence of `words` in the block; where there is none, the first in the text (a
  /// link may be defined elsewhere), else the beginning of the block.
  std::size_t find(std::string_view words);

 private:
  const std::string& text_;
  std::vector<std::size_t> lines_;
  std::size_t begin_ = 0, end_, cursor_ = 0;
};

/// The beginning of the first line, short enough for a message.
std::string first_line_of(std::string_view text);

}  // namespace gongkai
