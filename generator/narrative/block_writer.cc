#include "narrative/block_writer.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "narrative/markup.h"

namespace gongkai {
namespace {

int highest_heading_of(cmark_node* tree) {
  int highest = 6;
  const TreeIterator iterator(cmark_iter_new(tree));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
    highest = std::min(highest, cmark_node_get_heading_level(node));
  }
  return highest;
}

bool is_tight(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item ? cmark_node_parent(item) : nullptr;
  return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

}  // namespace

BlockWriter::BlockWriter(HtmlOutput& out, cmark_node* tree)
    : out_(out), highest_heading_(highest_heading_of(tree)) {}

bool BlockWriter::write(cmark_node* node, bool enter) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      out_.html += enter ? "<blockquote>\n" : "</blockquote>\n";
      return true;
    case CMARK_NODE_LIST:
      list(node, enter);
      return true;
    case CMARK_NODE_ITEM:
      out_.html += enter ? "<li>" : "</li>\n";
      return true;
    case CMARK_NODE_CODE_BLOCK:
      code_block(node);
      return true;
    case CMARK_NODE_HTML_BLOCK:
      html_block(node);
      return true;
    case CMARK_NODE_PARAGRAPH:
      paragraph(node, enter);
      return true;
    case CMARK_NODE_HEADING:
      heading(node, enter);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      out_.html += "<hr>\n";
      return true;
    default:
      return part_of_table(node, enter);
  }
}

bool BlockWriter::part_of_table(cmark_node* node, bool enter) {
  switch (extra_node(node)) {
    case ExtraNode::table:
      table(node, enter);
      return true;
    case ExtraNode::table_header:
      header_row(enter);
      return true;
    case ExtraNode::table_row:
      row(enter);
      return true;
    case ExtraNode::table_cell:
      cell(enter);
      return true;
    case ExtraNode::strikethrough:
    case ExtraNode::none:
      break;
  }
  return false;
}

void BlockWriter::list(cmark_node* node, bool enter) {
  const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  if (!enter) {
    out_.html += ordered ? "</ol>\n" : "</ul>\n";
    return;
  }
  out_.begin_line();
  const int start = cmark_node_get_list_start(node);
  if (!ordered) {
    out_.html += "<ul>\n";
  } else if (start == 1) {
    out_.html += "<ol>\n";
  } else {
    out_.html += "<ol start=\"" + std::to_string(start) + "\">\n";
  }
}

void BlockWriter::code_block(cmark_node* node) {
  int length = 0, offset = 0;
  char mark = 0;
  const std::string literal = out_.clean(cmark_node_get_literal(node));
  // Indented code is laid out away; where CommonMark still sees some, it is text.
  if (!cmark_node_get_fenced(node, &length, &offset, &mark)) return plain_lines(literal);
  const std::string info = out_.clean(cmark_node_get_fence_info(node));
  const std::string_view language = std::string_view(info).substr(0, info.find_first_of(" \t"));
  out_.begin_line();
  out_.html += "<pre><code";
  if (!language.empty()) {
    out_.html += " class=\"language-";
    append_escaped(out_.html, language);
    out_.html += '"';
  }
  out_.html += '>';
  append_escaped(out_.html, literal);
  out_.html += "</code></pre>\n";
  out_.plain += literal;
}

void BlockWriter::html_block(cmark_node* node) {
  const std::string shown = without_comments(out_.clean(cmark_node_get_literal(node)));
  const std::size_t first = shown.find_first_not_of(" \t\n");
  if (first == std::string::npos) return;
  out_.complain_of_html(std::string_view(shown).substr(first));
  plain_lines(shown);
}

// Text shown line by line as it stands, in paragraphs.
void BlockWriter::plain_lines(std::string_view lines) {
  out_.begin_line();
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    out_.html += "<p>";
    append_escaped(out_.html, line);
    out_.html += "</p>\n";
    out_.plain += line;
    out_.plain += '\n';
  }
}

void BlockWriter::paragraph(cmark_node* node, bool enter) {
  in_tight_item_ = is_tight(node);
  if (enter) {
    if (!in_tight_item_) out_.begin_line();
    if (!in_tight_item_) out_.html += "<p>";
    block_begin_ = out_.html.size();
    return;
  }
  if (out_.html.size() == block_begin_) {
    // Nothing but a comment.
    if (!in_tight_item_) out_.html.erase(out_.html.size() - 3);
    return;
  }
  if (!in_tight_item_) out_.html += "</p>\n";
  out_.plain += '\n';
}

void BlockWriter::heading(cmark_node* node, bool enter) {
  if (enter) {
    out_.begin_line();
    block_open_ = out_.html.size();
    const int shifted =
        cmark_node_get_heading_level(node) - highest_heading_ + out_.options.base_heading;
    // No level is skipped on the way down.
    const int last = last_heading_ == 0 ? out_.options.base_heading - 1 : last_heading_;
    heading_ = std::clamp(std::min(shifted, last + 1), 1, 6);
    out_.html += "<h" + std::to_string(heading_);
    if (!out_.options.id_prefix.empty()) {
      out_.html += " id=\"";
      append_escaped(out_.html, out_.options.id_prefix);
      out_.html += '-' + std::to_string(headings_ + 1) + '"';
    }
    out_.html += '>';
    block_begin_ = out_.html.size();
    return;
  }
  if (out_.html.size() == block_begin_) {
    out_.html.erase(block_open_);
    return;
  }
  last_heading_ = heading_;
  ++headings_;
  out_.html += "</h" + std::to_string(heading_) + ">\n";
  out_.plain += '\n';
}

void BlockWriter::table(cmark_node* node, bool enter) {
  if (!enter) {
    out_.html += in_body_ ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n";
    return;
  }
  ++tables_;
  in_body_ = false;
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  alignments_.assign(alignments, alignments + cmark_gfm_extensions_get_table_columns(node));
  out_.begin_line();
  out_.html += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"";
  out_.html += out_.chinese() ? "表格" : "Table";
  if (tables_ > 1) out_.html += ' ' + std::to_string(tables_);
  out_.html += "\">\n<table>\n";
}

void BlockWriter::header_row(bool enter) {
  in_header_ = enter;
  column_ = 0;
  out_.html += enter ? "<thead>\n<tr>\n" : "</tr>\n</thead>\n";
  if (!enter) out_.plain += '\n';
}

void BlockWriter::row(bool enter) {
  if (enter && !in_body_) out_.html += "<tbody>\n";
  in_body_ = true;
  column_ = 0;
  out_.html += enter ? "<tr>\n" : "</tr>\n";
  if (!enter) out_.plain += '\n';
}

void BlockWriter::cell(bool enter) {
  if (!enter) {
    out_.html += in_header_ ? "</th>\n" : "</td>\n";
    ++column_;
    return;
  }
  if (column_ > 0) out_.plain += '\t';
  out_.html += in_header_ ? "<th scope=\"col\"" : "<td";
  switch (column_ < alignments_.size() ? alignments_[column_] : 0) {
    case 'l':
      out_.html += " class=\"align-left\"";
      break;
    case 'c':
      out_.html += " class=\"align-center\"";
      break;
    case 'r':
      out_.html += " class=\"align-right\"";
      break;
    default:
      break;
  }
  out_.html += '>';
}

}  // namespace gongkai
