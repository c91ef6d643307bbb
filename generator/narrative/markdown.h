#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace gongkai {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, NodeDeleter>;

struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using TreeIterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

/// Parses GitHub-flavoured Markdown: tables, and strike-through with two tildes.
/// Bytes that are no UTF-8 become U+FFFD. Callable from any thread.
MarkdownTree parse_markdown(std::string_view text);

/// The kinds of node that CommonMark lacks are told by name.
enum class ExtraNode { none, table, table_header, table_row, table_cell, strikethrough };
ExtraNode extra_node(cmark_node* node);

}  // namespace gongkai
