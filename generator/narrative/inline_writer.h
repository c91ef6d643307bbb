#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "narrative/html_output.h"
#include "narrative/markdown.h"

namespace gongkai {

/// Writes the text inside a block: words, marks, code, links and images.
class InlineWriter {
 public:
  explicit InlineWriter(HtmlOutput& out) : out_(out) {}

  /// `in_tight_item`: the text stands in a list item that has no paragraphs of its own.
  void write(cmark_node* node, bool enter, bool in_tight_item);

 private:
  /// A tag around inline text, as it is opened and closed again where a line ends.
  struct Tag {
    std::string open;
    std::string_view close;
  };

  void text(std::string_view words);
  void code(std::string_view words);
  void raw_html(std::string_view words);
  void tag(bool enter, std::string open, std::string_view close);
  void line_end(bool in_tight_item);
  void link(cmark_node* node, bool enter);
  void image(cmark_node* node, bool enter);
  std::string title(cmark_node* node) const;

  HtmlOutput& out_;
  std::vector<Tag> tags_;
  int links_ = 0, images_ = 0;
  std::size_t link_begin_ = 0;
  std::string link_address_, alternative_;
};

}  // namespace gongkai
