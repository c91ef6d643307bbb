#pragma once

#include "narrative/emphasis.h"
#include "narrative/markdown.h"
#include "narrative/narrative.h"

namespace gongkai {

/// Largest HTML of one text, in bytes: a short text of link references can grow a thousandfold.
inline constexpr std::size_t html_limit = 1024 * 1024;
/// Deepest nesting of lists, quotes and marks.
inline constexpr int nesting_limit = 32;

/// Writes the tree of `text` as HTML and as plain text.
RenderedNarrative write_html(const MarkdownTree& tree, const JoinedText& text,
                             const SourcePlaces& places, const NarrativeOptions& options,
                             Diagnostics& diagnostics);

}  // namespace gongkai
