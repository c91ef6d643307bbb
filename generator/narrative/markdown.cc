#include "narrative/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <mutex>

namespace gongkai {

MarkdownTree parse_markdown(std::string_view text) {
  // The tables of extensions belong to the process: registered once, never released.
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  // Finishing switches the special characters of the extensions on and off, process-wide.
  static std::mutex finishing;

  const auto free_parser = [](cmark_parser* parser) { cmark_parser_free(parser); };
  const std::unique_ptr<cmark_parser, decltype(free_parser)> parser(
      cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE),
      free_parser);
  for (const char* extension : {"table", "strikethrough"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(extension));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  MarkdownTree tree;
  {
    const std::lock_guard lock(finishing);
    tree.reset(cmark_parser_finish(parser.get()));
  }
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

ExtraNode extra_node(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return ExtraNode::table;
  if (name == "table_header") return ExtraNode::table_header;
  if (name == "table_row") return ExtraNode::table_row;
  if (name == "table_cell") return ExtraNode::table_cell;
  if (name == "strikethrough") return ExtraNode::strikethrough;
  return ExtraNode::none;
}

}  // namespace gongkai
