#include "import/html_reader.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "diagnostics/codes/import.h"
#include "diagnostics/utf8.h"
#include "import/base64.h"
#include "import/charset.h"
#include "import/html_elements.h"
#include "import/unreadable.h"

namespace gongkai {
namespace {

// A block with the elements around it, outermost first.
struct Found {
  DocumentBlock block;
  std::vector<const GumboNode*> around;
};

// 一、总体情况: a line that looks like the heading of a section.
bool looks_like_heading(const std::string& text) {
  if (text.size() > 180) return false;
  const std::size_t mark = text.find("、");
  if (mark == std::string::npos || mark > 6) return false;
  static const std::u32string numerals = U"一二三四五六七";
  const CodePoint first = decode_utf8(text, text.find_first_not_of(" \t\n"));
  return numerals.find(first.value) != std::u32string::npos;
}

class HtmlReader {
 public:
  HtmlReader(const ImportLimits& limits, Document& document)
      : limits_(limits), document_(document) {}

  void read(const GumboNode* root) {
    std::vector<Found> found;
    walk_children(root, found, 0);
    finish(found);
    keep_content(found);
    for (Found& it : found) document_.blocks.push_back(std::move(it.block));
  }

  void read_title(const GumboNode* node, std::size_t depth) {
    if (depth > 8 || node->type != GUMBO_NODE_ELEMENT) return;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (node->v.element.tag == GUMBO_TAG_TITLE && child->type == GUMBO_NODE_TEXT) {
        document_.title += child->v.text.text;
      } else if (child->type == GUMBO_NODE_ELEMENT &&
                 is_one_of(child->v.element.tag, {GUMBO_TAG_HEAD, GUMBO_TAG_TITLE})) {
        read_title(child, depth + 1);
      }
    }
  }

 private:
  // The innermost element around all headings and tables.
  static void keep_content(std::vector<Found>& found) {
    std::vector<const GumboNode*> common;
    int anchors = 0;
    for (const Found& it : found) {
      const bool heading = !it.block.is_table && looks_like_heading(plain_text(it.block.paragraph));
      const bool table = it.block.is_table && it.block.table.rows.size() > 1;
      if (!heading && !table) continue;
      if (anchors++ == 0) {
        common = it.around;
        continue;
      }
      std::size_t same = 0;
      while (same < common.size() && same < it.around.size() && common[same] == it.around[same]) {
        ++same;
      }
      common.resize(same);
    }
    if (anchors < 3 || common.empty()) return;
    std::erase_if(found, [&](const Found& it) {
      // The title often stands outside, above the text.
      const bool title = !it.block.is_table && it.block.paragraph.heading > 0;
      return !title && (it.around.size() < common.size() ||
                        it.around[common.size() - 1] != common.back());
    });
  }

  void walk_children(const GumboNode* node, std::vector<Found>& out, std::size_t depth) {
    if (depth > limits_.depth) throw Unreadable(codes::original_nested_too_deep);
    const GumboVector& children = node->v.element.children;
    around_.push_back(node);
    for (unsigned i = 0; i < children.length; ++i) {
      walk(static_cast<const GumboNode*>(children.data[i]), out, depth + 1);
    }
    around_.pop_back();
  }

  void walk(const GumboNode* node, std::vector<Found>& out, std::size_t depth) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      add_text(node->v.text.text);
      return;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node->v.element.tag;
    if (is_skipped(tag) || is_hidden(node)) return;
    if (tag == GUMBO_TAG_BR) {
      finish(out);
    } else if (tag == GUMBO_TAG_TABLE) {
      finish(out);
      table(node, out, depth);
    } else if (tag == GUMBO_TAG_IMG) {
      picture(node);
    } else if (is_inline(tag)) {
      inline_element(node, out, depth);
    } else {
      block_element(node, out, depth);
    }
  }

  void inline_element(const GumboNode* node, std::vector<Found>& out, std::size_t depth) {
    const TextRun before = look_;
    const GumboTag tag = node->v.element.tag;
    look_.strong = look_.strong || is_one_of(tag, {GUMBO_TAG_B, GUMBO_TAG_STRONG});
    look_.emphasis = look_.emphasis || is_one_of(tag, {GUMBO_TAG_I, GUMBO_TAG_EM});
    look_.struck =
        look_.struck || is_one_of(tag, {GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL});
    look_.raised = look_.raised || is_one_of(tag, {GUMBO_TAG_SUP, GUMBO_TAG_SUB});
    walk_children(node, out, depth);
    look_ = before;
  }

  void block_element(const GumboNode* node, std::vector<Found>& out, std::size_t depth) {
    finish(out);
    const GumboTag tag = node->v.element.tag;
    const bool list = is_one_of(tag, {GUMBO_TAG_UL, GUMBO_TAG_OL});
    if (list) lists_.push_back({tag == GUMBO_TAG_OL, 0});
    if (tag == GUMBO_TAG_LI && !lists_.empty()) {
      List& in = lists_.back();
      paragraph_.list_depth = static_cast<int>(lists_.size()) - 1;
      paragraph_.list_mark = in.ordered ? std::to_string(++in.count) + "." : "-";
    }
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
      paragraph_.heading = static_cast<int>(tag - GUMBO_TAG_H1) + 1;
    }
    walk_children(node, out, depth);
    finish(out);
    paragraph_ = {};
    if (list) lists_.pop_back();
  }

  // Blanks of the source are one blank, or none at the beginning of a line.
  void add_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) {
        out += c;
        after_blank_ = false;
      } else if (!after_blank_) {
        out += ' ';
        after_blank_ = true;
      }
    }
    if (out.empty()) return;
    TextRun run = look_;
    run.text = std::move(out);
    paragraph_.runs.push_back(std::move(run));
  }

  void finish(std::vector<Found>& out) {
    after_blank_ = true;
    const bool picture =
        std::ranges::any_of(paragraph_.runs, [](const TextRun& run) { return run.picture >= 0; });
    const bool blank = std::ranges::all_of(
        paragraph_.runs, [](const TextRun& run) { return is_blank(run.text); });
    if (blank && !picture) {
      paragraph_.runs.clear();
      return;
    }
    if (++blocks_ > limits_.cells) {
      throw Unreadable(codes::original_too_large, {std::to_string(blocks_), "paragraphs",
                                                   std::to_string(limits_.cells)});
    }
    Found found;
    found.around = around_;
    found.block.paragraph = std::exchange(paragraph_, {});
    out.push_back(std::move(found));
  }

  void picture(const GumboNode* node) {
    const char* source = attribute(node, "src");
    if (source == nullptr) return;
    const char* description = attribute(node, "alt");
    TextRun run;
    run.text = description == nullptr ? "" : description;
    Picture picture;
    const std::string_view address = source;
    const std::size_t comma = address.find(',');
    if (address.starts_with("data:image/") && comma != std::string_view::npos) {
      picture.extension = address.substr(11, address.find_first_of(";,") - 11);
      if (picture.extension == "jpeg") picture.extension = "jpg";
      picture.bytes = from_base64(address.substr(comma + 1));
    }
    run.picture = static_cast<int>(document_.pictures.size());
    document_.pictures.push_back(std::move(picture));
    paragraph_.runs.push_back(std::move(run));
  }

  void table(const GumboNode* node, std::vector<Found>& out, std::size_t depth) {
    // What is half written around the table is none of its cells'.
    const Paragraph paragraph = std::exchange(paragraph_, {});
    const TextRun look = std::exchange(look_, {});
    std::vector<List> lists;
    lists.swap(lists_);
    Found found;
    found.around = around_;
    found.block.is_table = true;
    std::map<std::size_t, std::size_t> reaching;  // rows that a cell from above still covers, by column
    rows(node, found.block.table, reaching, out, depth + 1);
    out.push_back(std::move(found));
    lists.swap(lists_);
    look_ = look;
    paragraph_ = paragraph;
    paragraph_.runs.clear();
    after_blank_ = true;
  }

  void rows(const GumboNode* node, Grid& grid, std::map<std::size_t, std::size_t>& reaching,
            std::vector<Found>& out, std::size_t depth) {
    if (depth > limits_.depth) throw Unreadable(codes::original_nested_too_deep);
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (child->type != GUMBO_NODE_ELEMENT || is_hidden(child)) continue;
      const GumboTag tag = child->v.element.tag;
      if (tag == GUMBO_TAG_TR) {
        row(child, grid, reaching, depth + 1);
      } else if (is_one_of(tag, {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT})) {
        rows(child, grid, reaching, out, depth + 1);
      } else if (tag == GUMBO_TAG_CAPTION) {
        block_element(child, out, depth + 1);
      }
    }
  }

  void row(const GumboNode* node, Grid& grid, std::map<std::size_t, std::size_t>& reaching,
           std::size_t depth) {
    if (++rows_ > limits_.rows) {
      throw Unreadable(codes::original_too_large,
                       {std::to_string(rows_), "rows", std::to_string(limits_.rows)});
    }
    GridRow row;
    std::size_t column = 0;
    const auto skip_covered = [&] {
      for (auto covered = reaching.find(column); covered != reaching.end();
           covered = reaching.find(column)) {
        GridCell cell;
        cell.column = column++;
        cell.covered = true;
        row.cells.push_back(std::move(cell));
        if (--covered->second == 0) reaching.erase(covered);
      }
    };
    std::map<std::size_t, std::size_t> from_here;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (child->type != GUMBO_NODE_ELEMENT ||
          !is_one_of(child->v.element.tag, {GUMBO_TAG_TD, GUMBO_TAG_TH}) || is_hidden(child)) {
        continue;
      }
      skip_covered();
      GridCell cell;
      cell.column = column;
      cell.columns = span_of(child, "colspan");
      const std::size_t down = span_of(child, "rowspan");
      for (std::size_t c = 0; c < cell.columns && down > 1; ++c) from_here[column + c] = down - 1;
      column += cell.columns;
      std::vector<Found> inside;
      walk_children(child, inside, depth + 1);
      finish(inside);
      for (Found& it : inside) cell.blocks.push_back(std::move(it.block));
      row.cells.push_back(std::move(cell));
    }
    skip_covered();
    for (const auto& [at, count] : from_here) reaching[at] = count;
    grid.rows.push_back(std::move(row));
  }

  struct List {
    bool ordered;
    int count;
  };

  const ImportLimits& limits_;
  Document& document_;
  Paragraph paragraph_;
  TextRun look_;
  std::vector<List> lists_;
  std::vector<const GumboNode*> around_;
  bool after_blank_ = true;
  std::size_t rows_ = 0, blocks_ = 0;
};

}  // namespace

Document read_html(std::string_view bytes, const ImportLimits& limits) {
  const std::string text = to_utf8_text(bytes);
  if (may_nest_too_deep(text)) throw Unreadable(codes::original_nested_too_deep);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, text.data(), text.size()), destroy);
  Document document;
  HtmlReader reader(limits, document);
  reader.read_title(output->root, 0);
  reader.read(output->root);
  return document;
}

}  // namespace gongkai
