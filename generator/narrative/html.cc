#include "narrative/html.h"

#include "diagnostics/codes/narrative.h"
#include "narrative/block_writer.h"
#include "narrative/html_output.h"
#include "narrative/inline_writer.h"

namespace gongkai {
namespace {

bool is_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      return true;
    default:
      return false;
  }
}

}  // namespace

RenderedNarrative write_html(const MarkdownTree& tree, const JoinedText& text,
                             const SourcePlaces& places, const NarrativeOptions& options,
                             Diagnostics& diagnostics) {
  HtmlOutput out(text, places, options, diagnostics);
  BlockWriter blocks(out, tree.get());
  InlineWriter inlines(out);
  int depth = 0;
  const TreeIterator iterator(cmark_iter_new(tree.get()));
  for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const bool enter = event == CMARK_EVENT_ENTER;
    if (enter) out.finder.enter(node);
    if (enter && !is_leaf(node) && ++depth > nesting_limit) {
      out.complain(codes::nested_too_deeply, out.finder.here(), 0, {std::to_string(nesting_limit)});
      break;
    }
    if (!blocks.write(node, enter)) inlines.write(node, enter, blocks.in_tight_item());
    if (!enter) --depth;
    if (out.html.size() > html_limit) {
      out.complain(codes::narrative_output_too_long, 0, 0, {std::to_string(html_limit)});
      break;
    }
  }
  return {std::move(out.html), std::move(out.plain)};
}

}  // namespace gongkai
