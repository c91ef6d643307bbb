#include "narrative/narrative.h"

#include <algorithm>

#include "diagnostics/codes/narrative.h"
#include "narrative/emphasis.h"
#include "narrative/html.h"
#include "narrative/layout.h"
#include "narrative/markdown.h"
#include "narrative/placeholders.h"

namespace gongkai {
namespace {

constexpr std::size_t text_limit = 128 * 1024;
// The parser makes every short row of a wide table as long as its head.
constexpr std::ptrdiff_t bar_limit = 64;

bool has_wide_table(const SourceText& text, const SourcePlaces& places, Diagnostics& diagnostics) {
  const std::string& bytes = text.text();
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const auto bars = std::count(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                                 bytes.begin() + static_cast<std::ptrdiff_t>(end), '|');
    if (bars > bar_limit) {
      diagnostics.add(codes::too_many_bars, places.at(text.origin(begin)),
                      {std::to_string(bars), std::to_string(bar_limit)});
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

RenderedNarrative render_narrative(const NarrativeSource& source, const NarrativeOptions& options,
                                   Diagnostics& diagnostics) {
  const SourcePlaces places(source);
  if (source.text.size() > text_limit) {
    diagnostics.add(codes::narrative_too_long, places.at(0),
                    {std::to_string(source.text.size()), std::to_string(text_limit)});
    return {};
  }
  const Layout layout = lay_out(source.text, options.language);
  const SourceText filled = fill_figures(layout, places, options, diagnostics);
  if (has_wide_table(filled, places, diagnostics)) return {};
  const JoinedText joined = join_emphasis(filled);
  return write_html(parse_markdown(joined.text.text()), joined, places, options, diagnostics);
}

}  // namespace gongkai
