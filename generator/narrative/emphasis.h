#pragma once

#include "narrative/source_text.h"

namespace gongkai {

/// CommonMark does not see emphasis where a mark stands between Chinese text and punctuation:
/// `**文字。**后文`, `前**“引用”**后`. A private-use character put between the mark and the
/// punctuation cures it; remove_joiner() takes it out of whatever the parser returns.
struct JoinedText {
  SourceText text;
  std::string joiner;  ///< a character that the author's text does not contain
};
JoinedText join_emphasis(const SourceText& text);

/// `text` without the joiner.
std::string remove_joiner(std::string_view text, std::string_view joiner);

}  // namespace gongkai
