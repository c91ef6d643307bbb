#include "narrative/html.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <vector>

#include "diagnostics/codes.h"
#include "narrative/excerpt.h"
#include "narrative/links.h"
#include "narrative/markup.h"

namespace gongkai {
namespace {

struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using TreeIterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

std::string_view text_or_empty(const char* text) { return text ? text : std::string_view(); }

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

// A comment is a note of the author to himself. One that never ends is no comment.
std::string without_comments(std::string_view html) {
  std::string rest;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t begin = html.find("<!--", at);
    const std::size_t end = begin == html.npos ? html.npos : html.find("-->", begin + 4);
    if (end == html.npos) return rest += html.substr(at);
    rest += html.substr(at, begin - at);
    at = end + 3;
  }
  return rest;
}

class Writer {
 public:
  Writer(const MarkdownTree& tree, const JoinedText& text, const SourcePlaces& places,
         const NarrativeOptions& options, Diagnostics& diagnostics)
      : tree_(tree.get()),
        text_(text),
        places_(places),
        options_(options),
        diagnostics_(diagnostics),
        blocks_(text.text.text()),
        chinese_(options.language == Language::zh) {}

  RenderedNarrative run() {
    find_highest_heading();
    const TreeIterator iterator(cmark_iter_new(tree_));
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const bool enter = event == CMARK_EVENT_ENTER;
      if (enter) blocks_.enter(node);
      if (enter && !is_leaf(node) && ++depth_ > nesting_limit) {
        complain(codes::nested_too_deeply, blocks_.here(), 0, {std::to_string(nesting_limit)});
        break;
      }
      write(node, enter);
      if (!enter) --depth_;
      if (html_.size() > html_limit) {
        complain(codes::narrative_output_too_long, 0, 0, {std::to_string(html_limit)});
        break;
      }
    }
    return {std::move(html_), std::move(plain_)};
  }

 private:
  // A tag around inline text, as it is opened and closed again where a line ends.
  struct Tag {
    std::string open;
    std::string_view close;
  };

  void find_highest_heading() {
    const TreeIterator iterator(cmark_iter_new(tree_));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
      highest_heading_ = std::min(highest_heading_, cmark_node_get_heading_level(node));
    }
  }

  void write(cmark_node* node, bool enter) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_DOCUMENT:
        return;
      case CMARK_NODE_BLOCK_QUOTE:
        html_ += enter ? "<blockquote>\n" : "</blockquote>\n";
        return;
      case CMARK_NODE_LIST:
        return list(node, enter);
      case CMARK_NODE_ITEM:
        html_ += enter ? "<li>" : "</li>\n";
        return;
      case CMARK_NODE_CODE_BLOCK:
        return code_block(node);
      case CMARK_NODE_HTML_BLOCK:
        return html_block(node);
      case CMARK_NODE_PARAGRAPH:
        return paragraph(node, enter);
      case CMARK_NODE_HEADING:
        return heading(node, enter);
      case CMARK_NODE_THEMATIC_BREAK:
        html_ += "<hr>\n";
        return;
      case CMARK_NODE_TEXT:
        return text(clean(cmark_node_get_literal(node)));
      case CMARK_NODE_SOFTBREAK:
        return line_end();
      case CMARK_NODE_LINEBREAK:
        if (images_ == 0) html_ += "<br>\n";
        plain_ += '\n';
        return;
      case CMARK_NODE_CODE:
        return code(clean(cmark_node_get_literal(node)));
      case CMARK_NODE_HTML_INLINE:
        return html_inline(clean(cmark_node_get_literal(node)));
      case CMARK_NODE_EMPH:
        return tag(enter, "<em>", "</em>");
      case CMARK_NODE_STRONG:
        return tag(enter, "<strong>", "</strong>");
      case CMARK_NODE_LINK:
        return link(node, enter);
      case CMARK_NODE_IMAGE:
        return image(node, enter);
      default:
        return extra(node, enter);
    }
  }

  void extra(cmark_node* node, bool enter) {
    switch (extra_node(node)) {
      case ExtraNode::table:
        return table(node, enter);
      case ExtraNode::table_header:
        return header_row(enter);
      case ExtraNode::table_row:
        return row(enter);
      case ExtraNode::table_cell:
        return cell(enter);
      case ExtraNode::strikethrough:
        return tag(enter, "<del>", "</del>");
      case ExtraNode::none:
        return;
    }
  }

  // Blocks.

  void list(cmark_node* node, bool enter) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (!enter) {
      html_ += ordered ? "</ol>\n" : "</ul>\n";
      return;
    }
    begin_line();
    const int start = cmark_node_get_list_start(node);
    if (!ordered) {
      html_ += "<ul>\n";
    } else if (start == 1) {
      html_ += "<ol>\n";
    } else {
      html_ += "<ol start=\"" + std::to_string(start) + "\">\n";
    }
  }

  void code_block(cmark_node* node) {
    int length = 0, offset = 0;
    char mark = 0;
    const std::string literal = clean(cmark_node_get_literal(node));
    // Indented code is laid out away; where CommonMark still sees some, it is text.
    if (!cmark_node_get_fenced(node, &length, &offset, &mark)) return plain_lines(literal);
    const std::string info = clean(cmark_node_get_fence_info(node));
    const std::string_view language = std::string_view(info).substr(0, info.find_first_of(" \t"));
    begin_line();
    html_ += "<pre><code";
    if (!language.empty()) {
      html_ += " class=\"language-";
      append_escaped(html_, language);
      html_ += '"';
    }
    html_ += '>';
    append_escaped(html_, literal);
    html_ += "</code></pre>\n";
    plain_ += literal;
  }

  void html_block(cmark_node* node) {
    const std::string shown = without_comments(clean(cmark_node_get_literal(node)));
    const std::size_t first = shown.find_first_not_of(" \t\n");
    if (first == std::string::npos) return;
    const std::string name = first_line_of(std::string_view(shown).substr(first));
    complain(codes::raw_html, blocks_.find(name), name.size(), {name});
    plain_lines(shown);
  }

  // Text shown line by line as it stands, in paragraphs.
  void plain_lines(std::string_view lines) {
    begin_line();
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      const std::string_view line = lines.substr(0, end);
      lines.remove_prefix(std::min(end + 1, lines.size()));
      if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
      html_ += "<p>";
      append_escaped(html_, line);
      html_ += "</p>\n";
      plain_ += line;
      plain_ += '\n';
    }
  }

  static bool is_tight(cmark_node* paragraph) {
    cmark_node* item = cmark_node_parent(paragraph);
    cmark_node* list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list) != 0;
  }

  void paragraph(cmark_node* node, bool enter) {
    in_tight_item_ = is_tight(node);
    if (enter) {
      if (!in_tight_item_) begin_line();
      if (!in_tight_item_) html_ += "<p>";
      block_begin_ = html_.size();
      return;
    }
    if (html_.size() == block_begin_) {
      // Nothing but a comment.
      if (!in_tight_item_) html_.erase(html_.size() - 3);
      return;
    }
    if (!in_tight_item_) html_ += "</p>\n";
    plain_ += '\n';
  }

  void heading(cmark_node* node, bool enter) {
    if (enter) {
      begin_line();
      block_open_ = html_.size();
      const int shifted =
          cmark_node_get_heading_level(node) - highest_heading_ + options_.base_heading;
      // No level is skipped on the way down.
      const int last = last_heading_ == 0 ? options_.base_heading - 1 : last_heading_;
      heading_ = std::clamp(std::min(shifted, last + 1), 1, 6);
      html_ += "<h" + std::to_string(heading_);
      if (!options_.id_prefix.empty()) {
        html_ += " id=\"";
        append_escaped(html_, options_.id_prefix);
        html_ += '-' + std::to_string(headings_ + 1) + '"';
      }
      html_ += '>';
      block_begin_ = html_.size();
      return;
    }
    if (html_.size() == block_begin_) {
      html_.erase(block_open_);
      return;
    }
    last_heading_ = heading_;
    ++headings_;
    html_ += "</h" + std::to_string(heading_) + ">\n";
    plain_ += '\n';
  }

  void table(cmark_node* node, bool enter) {
    if (!enter) {
      html_ += in_body_ ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n";
      return;
    }
    ++tables_;
    in_body_ = false;
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    alignments_.assign(alignments, alignments + cmark_gfm_extensions_get_table_columns(node));
    begin_line();
    html_ += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"";
    html_ += chinese_ ? "表格" : "Table";
    if (tables_ > 1) html_ += ' ' + std::to_string(tables_);
    html_ += "\">\n<table>\n";
  }

  void header_row(bool enter) {
    in_header_ = enter;
    column_ = 0;
    html_ += enter ? "<thead>\n<tr>\n" : "</tr>\n</thead>\n";
    if (!enter) plain_ += '\n';
  }

  void row(bool enter) {
    if (enter && !in_body_) html_ += "<tbody>\n";
    in_body_ = true;
    column_ = 0;
    html_ += enter ? "<tr>\n" : "</tr>\n";
    if (!enter) plain_ += '\n';
  }

  void cell(bool enter) {
    if (!enter) {
      html_ += in_header_ ? "</th>\n" : "</td>\n";
      ++column_;
      return;
    }
    if (column_ > 0) plain_ += '\t';
    html_ += in_header_ ? "<th scope=\"col\"" : "<td";
    switch (column_ < alignments_.size() ? alignments_[column_] : 0) {
      case 'l':
        html_ += " class=\"align-left\"";
        break;
      case 'c':
        html_ += " class=\"align-center\"";
        break;
      case 'r':
        html_ += " class=\"align-right\"";
        break;
      default:
        break;
    }
    html_ += '>';
  }

  // Inline text.

  void text(std::string_view words) {
    plain_ += words;
    if (images_ > 0) {
      alternative_ += words;
      return;
    }
    std::size_t at = 0;
    while (const auto address = links_ > 0 ? std::nullopt : find_bare_address(words, at)) {
      append_escaped(html_, words.substr(at, address->begin - at));
      const std::string_view shown = words.substr(address->begin, address->length);
      html_ += "<a href=\"";
      append_escaped(html_, *check_link(shown, {}).address);
      html_ += "\">";
      append_escaped(html_, shown);
      html_ += "</a>";
      at = address->begin + address->length;
    }
    append_escaped(html_, words.substr(at));
  }

  void code(std::string_view words) {
    plain_ += words;
    if (images_ > 0) {
      alternative_ += words;
      return;
    }
    html_ += "<code>";
    append_escaped(html_, words);
    html_ += "</code>";
  }

  void html_inline(const std::string& words) {
    if (without_comments(words).empty()) return;
    const std::string name = first_line_of(words);
    complain(codes::raw_html, blocks_.find(name), name.size(), {name});
    text(words);
  }

  void tag(bool enter, std::string open, std::string_view close) {
    if (images_ > 0) return;
    if (enter) {
      html_ += open;
      tags_.push_back({std::move(open), close});
    } else {
      html_ += tags_.back().close;
      tags_.pop_back();
    }
  }

  // A line of the author that ends inside a paragraph.
  void line_end() {
    plain_ += chinese_ ? '\n' : ' ';
    if (images_ > 0) {
      alternative_ += ' ';
    } else if (!chinese_) {
      html_ += '\n';
    } else if (in_tight_item_) {
      html_ += "<br>\n";
    } else {
      for (auto open = tags_.rbegin(); open != tags_.rend(); ++open) html_ += open->close;
      html_ += "</p>\n<p>";
      for (const Tag& open : tags_) html_ += open.open;
    }
  }

  void link(cmark_node* node, bool enter) {
    links_ += enter ? 1 : -1;
    if (!enter) {
      // A link without words is named by its address.
      if (images_ == 0 && html_.size() == link_begin_) append_escaped(html_, link_address_);
      return tag(false, {}, {});
    }
    const std::string destination = clean(cmark_node_get_url(node));
    const CheckedLink checked = check_link(destination, options_.resolve);
    if (checked.mistake) {
      complain(*checked.mistake, blocks_.find(destination), destination.size(), checked.arguments);
      tag(true, {}, {});
    } else {
      tag(true, "<a href=\"" + escaped(*checked.address) + "\"" + title(node) + ">", "</a>");
    }
    link_begin_ = html_.size();
    link_address_ = destination;
  }

  void image(cmark_node* node, bool enter) {
    if (enter) {
      if (images_++ == 0) alternative_.clear();
      return;
    }
    if (--images_ > 0) return;
    const std::string destination = clean(cmark_node_get_url(node));
    const std::size_t place = blocks_.find(destination);
    const CheckedLink checked = check_image(destination, options_.resolve);
    if (checked.mistake) {
      complain(*checked.mistake, place, destination.size(), checked.arguments);
      return;
    }
    if (alternative_.find_first_not_of(" \t") == std::string::npos) {
      complain(codes::image_without_text, place, destination.size(), {destination});
    }
    html_ += "<img src=\"" + escaped(*checked.address) + "\" alt=\"" + escaped(alternative_) +
             "\"" + title(node) + ">";
  }

  std::string title(cmark_node* node) const {
    const std::string words = clean(cmark_node_get_title(node));
    return words.empty() ? std::string() : " title=\"" + escaped(words) + "\"";
  }

  // Helpers.

  std::string clean(const char* words) const {
    return remove_joiner(text_or_empty(words), text_.joiner);
  }
  static std::string escaped(std::string_view words) {
    std::string out;
    append_escaped(out, words);
    return out;
  }
  // Blocks inside a tight list item begin on a line of their own.
  void begin_line() {
    if (!html_.empty() && html_.back() != '\n') html_ += '\n';
    if (!plain_.empty() && plain_.back() != '\n') plain_ += '\n';
  }
  void complain(const Wording& wording, std::size_t offset, std::size_t length,
                std::vector<std::string> arguments) {
    diagnostics_.add(wording, places_.at(text_.text.origin(offset), length), std::move(arguments));
  }

  cmark_node* tree_;
  const JoinedText& text_;
  const SourcePlaces& places_;
  const NarrativeOptions& options_;
  Diagnostics& diagnostics_;
  BlockFinder blocks_;
  bool chinese_;

  std::string html_, plain_;
  int depth_ = 0;
  std::vector<Tag> tags_;
  bool in_tight_item_ = false;
  std::size_t block_open_ = 0, block_begin_ = 0;
  int highest_heading_ = 6, last_heading_ = 0, heading_ = 0, headings_ = 0;
  int tables_ = 0;
  bool in_header_ = false, in_body_ = false;
  std::vector<std::uint8_t> alignments_;
  std::size_t column_ = 0;
  int links_ = 0, images_ = 0;
  std::size_t link_begin_ = 0;
  std::string link_address_, alternative_;
};

}  // namespace

RenderedNarrative write_html(const MarkdownTree& tree, const JoinedText& text,
                             const SourcePlaces& places, const NarrativeOptions& options,
                             Diagnostics& diagnostics) {
  return Writer(tree, text, places, options, diagnostics).run();
}

}  // namespace gongkai
