#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// What readers see of a page: the text of the element with the id gongkai-main, or of `main` where
/// there is none, less navigation, in blocks (a paragraph, an item
/// of a list, a row of a table), each of one line.
struct VisibleBlock {
  enum class Kind { title, heading, text };  ///< h1; h2 to h6; all else

  Kind kind = Kind::text;
  /// Pieces between tags, in their order. A tab at the end of one stands between cells of a row;
  /// else the pieces join without a gap. Blanks are single, none stands at the ends of the block.
  std::vector<std::string> pieces;
};

/// Reads HTML as a theme renders it: every element closed, attributes quoted.
std::vector<VisibleBlock> visible_text(std::string_view html);

}  // namespace gongkai
