#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "narrative/emphasis.h"
#include "narrative/excerpt.h"
#include "narrative/narrative.h"

namespace gongkai {

/// What the writers of blocks and of inline text share: the text that grows, and the way back from
/// a node of the tree to what the author wrote.
struct HtmlOutput {
  HtmlOutput(const JoinedText& joined, const SourcePlaces& source_places,
             const NarrativeOptions& narrative_options, Diagnostics& diagnostics_of_text);

  const JoinedText& text;
  const SourcePlaces& places;
  const NarrativeOptions& options;
  Diagnostics& diagnostics;

  std::string html, plain;
  BlockFinder finder;

  bool chinese() const { return options.language == Language::zh; }

  /// Text that the parser returned, null for none, without the joiner.
  std::string clean(const char* words) const;
  /// Ends the line, where one is begun.
  void begin_line();
  /// A message about `length` bytes at `offset` of the text that was parsed.
  void complain(const Wording& wording, std::size_t offset, std::size_t length,
                std::vector<std::string> arguments);
  /// The message about raw HTML, which is shown as it stands.
  void complain_of_html(std::string_view shown);
};

}  // namespace gongkai
