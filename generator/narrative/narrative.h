#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/report.h"

namespace gongkai {

/// Markdown as an author wrote it, and where it stands.
struct NarrativeSource {
  std::string_view text;
  std::string file;    ///< relative to the site, for positions
  int first_line = 1;  ///< line of the file on which `text` begins
};

/// Gives the address to print for a destination inside the portal, or nothing where it does not
/// exist. `destination` is percent-decoded and without `#…`: a path relative to the folder of the
/// text (an attachment, an image, another text), or an address of the portal that begins with `/`.
/// http, https, mailto and `#…` alone are never asked about.
using LinkResolver =
    std::function<std::optional<std::string>(std::string_view destination, bool image)>;

/// The report from whose tables `{{…}}` takes figures.
struct FigureSource {
  const Report& report;
  const Report* previous = nullptr;  ///< the report of the year before; null where there is none
};

struct NarrativeOptions {
  /// In Chinese every line is a paragraph of its own and ends a list unless it is indented.
  Language language = Language::zh;
  int base_heading = 3;   ///< level of the highest heading of the text
  std::string id_prefix;  ///< of the ids of headings, `<prefix>-1`; empty: headings get no id
  const FigureSource* figures = nullptr;  ///< null: the text belongs to no report
  LinkResolver resolve;                   ///< none: no destination inside the portal exists
};

struct RenderedNarrative {
  std::string html;
  /// What a reader sees, one line a block, cells of a table apart by tabs: for search and for
  /// comparing texts.
  std::string plain_text;
};

/// GitHub-flavoured Markdown with tables and strike-through (two tildes), as people write it who
/// paste from a word processor: leading blanks mean nothing outside lists and fences, there is no
/// indented code and no underlined heading, emphasis works beside Chinese punctuation. Figures are
/// put in first, outside code. Raw HTML is shown, not passed through; comments are left out. Bare
/// http(s) addresses become links. A text with an error among its diagnostics must not be
/// published; its html may be incomplete.
/// Callable from any thread; equal input gives equal output.
RenderedNarrative render_narrative(const NarrativeSource& source, const NarrativeOptions& options,
                                   Diagnostics& diagnostics);

}  // namespace gongkai
