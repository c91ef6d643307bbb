#pragma once

#include <cstdint>
#include <vector>

#include "narrative/html_output.h"
#include "narrative/markdown.h"

namespace gongkai {

/// Writes paragraphs, headings, lists, quotes, code and tables around the inline text in them.
class BlockWriter {
 public:
  BlockWriter(HtmlOutput& out, cmark_node* tree);

  /// False where the node is no block.
  bool write(cmark_node* node, bool enter);

  /// Whether the text being written stands in a list item that has no paragraphs of its own.
  bool in_tight_item() const { return in_tight_item_; }

 private:
  void list(cmark_node* node, bool enter);
  void code_block(cmark_node* node);
  void html_block(cmark_node* node);
  void plain_lines(std::string_view lines);
  void paragraph(cmark_node* node, bool enter);
  void heading(cmark_node* node, bool enter);
  bool part_of_table(cmark_node* node, bool enter);
  void table(cmark_node* node, bool enter);
  void header_row(bool enter);
  void row(bool enter);
  void cell(bool enter);

  HtmlOutput& out_;
  bool in_tight_item_ = false;
  std::size_t block_open_ = 0, block_begin_ = 0;
  const int highest_heading_;
  int last_heading_ = 0, heading_ = 0, headings_ = 0;
  int tables_ = 0;
  bool in_header_ = false, in_body_ = false;
  std::vector<std::uint8_t> alignments_;
  std::size_t column_ = 0;
};

}  // namespace gongkai
