#pragma once

#include <vector>

#include "narrative/source_text.h"

namespace gongkai {

/// The author's text laid out so that CommonMark reads it as it was meant. Where a code fence
/// stands is noted, for figures are not put in there.
struct Layout {
  struct Range {
    std::size_t begin, end;
  };
  SourceText text;
  std::vector<Range> fences;  ///< byte ranges of `text`, in order
};

/// - Leading spaces, tabs and U+3000 are dropped outside lists and fences, and so is whatever would
///   make indented code inside a list.
/// - A line of dashes is a rule and a line of `=` is text, never the underline of a heading.
/// - In Chinese a blank line is put where a line begins a new paragraph, ends a list, a quote or a
///   table.
Layout lay_out(std::string_view text, Language language);

}  // namespace gongkai
