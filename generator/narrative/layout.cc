#include "narrative/layout.h"

#include <algorithm>
#include <optional>

namespace gongkai {
namespace {

constexpr std::string_view wide_space = "\u3000";

struct Blanks {
  std::size_t bytes = 0;
  std::size_t columns = 0;  // a tab advances to the next multiple of four
  bool wide = false;        // U+3000 among them: the indentation of a paragraph, not of a list
};

Blanks leading_blanks(std::string_view line) {
  Blanks blanks;
  while (blanks.bytes < line.size()) {
    const std::string_view rest = line.substr(blanks.bytes);
    if (rest[0] == ' ') {
      ++blanks.columns;
    } else if (rest[0] == '\t') {
      blanks.columns += 4 - blanks.columns % 4;
    } else if (rest.starts_with(wide_space)) {
      blanks.wide = true;
      blanks.bytes += wide_space.size() - 1;
      ++blanks.columns;
    } else {
      break;
    }
    ++blanks.bytes;
  }
  return blanks;
}

bool is_run_of(std::string_view text, char mark) {
  return !text.empty() && text.find_first_not_of(mark) == std::string_view::npos;
}

std::string_view without_trailing_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

bool is_thematic_break(std::string_view text) {
  if (text.empty() || (text[0] != '*' && text[0] != '-' && text[0] != '_')) return false;
  const std::string_view allowed = text[0] == '*' ? "* \t" : text[0] == '-' ? "- \t" : "_ \t";
  return text.find_first_not_of(allowed) == std::string_view::npos &&
         std::count(text.begin(), text.end(), text[0]) >= 3;
}

// Bytes of the list marker at the start of `text`, 0 where there is none. A marker without text
// behind it is none: nobody means an empty item, but a lone dash would underline a heading.
std::size_t list_marker(std::string_view text) {
  if (is_thematic_break(text)) return 0;
  std::size_t length = 0;
  if (text.starts_with('-') || text.starts_with('*') || text.starts_with('+')) {
    length = 1;
  } else {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos || digits > 9) return 0;
    if (text[digits] != '.' && text[digits] != ')') return 0;
    length = digits + 1;
  }
  if (length >= text.size() || (text[length] != ' ' && text[length] != '\t')) return 0;
  return without_trailing_blanks(text.substr(length)).empty() ? 0 : length;
}

// Whether the line belongs to a table: a bar that stands in no placeholder.
bool has_bar(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '|') return true;
    if (text.substr(i).starts_with("{{")) {
      const std::size_t close = text.find("}}", i);
      if (close == std::string_view::npos) return text.find('|', i) != std::string_view::npos;
      i = close + 1;
    }
  }
  return false;
}

struct Fence {
  char mark;
  std::size_t length;
  std::size_t depth;   // quote marks before it
  std::size_t list;    // list items around it
  std::size_t indent;  // columns at which it opened
};

std::optional<Fence> fence_at(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return {};
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  if (length < 3) return {};
  if (text[0] == '`' && text.find('`', length) != std::string_view::npos) return {};
  return Fence{text[0], length, 0, 0, 0};
}

bool closes(const Fence& fence, std::string_view text) {
  const std::string_view marks = without_trailing_blanks(text);
  return marks.size() >= fence.length && is_run_of(marks, fence.mark);
}

// An open list item: the column of its marker as written, and the column at which its content
// stands in the text that is laid out.
struct Item {
  std::size_t marker, content;
};

class Typesetter {
 public:
  Typesetter(std::string_view source, Language language)
      : source_(source), chinese_(language == Language::zh) {}

  Layout run() {
    for (std::size_t begin = 0; begin < source_.size();) {
      const std::size_t end = std::min(source_.find_first_of("\r\n", begin), source_.size());
      line(source_.substr(begin, end - begin));
      begin = end + (source_.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    close_fence();
    return std::move(layout_);
  }

 private:
  // The number of quote marks before the line, which is cut down to what follows them. No more
  // than `most` are taken.
  std::size_t take_quotes(std::string_view& line, std::size_t most) {
    // Inside a list a quote is part of the item; it is left as it stands.
    if (!items_.empty() && depth_ == 0 && leading_blanks(line).columns > items_[0].marker) return 0;
    std::size_t depth = 0;
    for (std::size_t i = leading_blanks(line).bytes; depth < most && i < line.size();) {
      if (line[i] != '>') break;
      ++depth;
      line.remove_prefix(i + 1);
      i = leading_blanks(line).bytes;
    }
    if (depth > 0 && line.starts_with(' ')) line.remove_prefix(1);
    return depth;
  }

  void line(std::string_view line) {
    const std::string_view whole = line;
    line_begin_ = offset_of(line);
    if (fence_) {
      const std::size_t depth = take_quotes(line, fence_->depth);
      if (depth == fence_->depth && fenced_line(line)) return;
      close_fence();
      line = whole;
    }
    const std::size_t depth = take_quotes(line, std::string_view::npos);
    const Blanks blanks = leading_blanks(line);
    if (blanks.bytes == line.size()) {
      if (depth != depth_) items_.clear();
      write_prefix(depth);
      end_line(line);
      depth_ = depth;
      after_blank_ = true;
      return;
    }
    place(line, depth, blanks);
    depth_ = depth;
    after_blank_ = false;
  }

  // A line inside a fence. False where the line ends what the fence stands in.
  bool fenced_line(std::string_view line) {
    const Blanks blanks = leading_blanks(line);
    const bool blank = blanks.bytes == line.size();
    if (fence_->list > 0) {
      if (!blank && blanks.columns <= items_[fence_->list - 1].marker) return false;
    }
    const std::string_view text = line.substr(blanks.bytes);
    write_prefix(fence_->depth);
    const std::size_t base = fence_->list > 0 ? items_[fence_->list - 1].content : 0;
    if (closes(*fence_, text)) {
      write(std::string(base, ' '), text);
      close_fence();
    } else {
      // Code loses as much of its indentation as its fence had.
      std::size_t lost = 0, columns = 0;
      while (lost < blanks.bytes && columns < fence_->indent) {
        const bool wide = line.substr(lost).starts_with(wide_space);
        columns += line[lost] == '\t' ? 4 - columns % 4 : 1;
        lost += wide ? wide_space.size() : 1;
      }
      write(blank ? std::string() : std::string(base, ' '), line.substr(lost));
    }
    return true;
  }

  void place(std::string_view line, std::size_t depth, const Blanks& blanks) {
    const bool was_in_list = !items_.empty();
    if (depth != depth_) items_.clear();
    std::string_view text = line.substr(blanks.bytes);
    const std::size_t column = blanks.wide ? 0 : blanks.columns;
    const bool is_item = list_marker(text) > 0;
    leave_items(column, is_item);
    const bool bar = has_bar(text);
    if (chinese_ && begins_block(depth, is_item, was_in_list, bar)) {
      write_prefix(std::min(depth, depth_));
      layout_.text.insert("\n", offset_of(text));
    }
    write_prefix(depth);
    layout_.text.insert(std::string(items_.empty() ? 0 : items_.back().content, ' '),
                        offset_of(text));
    const std::size_t taken = write_markers(text, column);
    text.remove_prefix(taken);
    if (auto fence = fence_at(text)) {
      fence->depth = depth;
      fence->list = items_.size();
      fence->indent = blanks.columns + taken;
      fence_ = fence;
      fence_begin_ = layout_.text.size();
    }
    write_text(text);
    in_table_ = bar;
  }

  // Closes the list items to which a line that begins at `column` does not belong.
  void leave_items(std::size_t column, bool is_item) {
    auto outside = [&](const Item& item) {
      return is_item ? column < item.marker + 2 : column <= item.marker;
    };
    while (!items_.empty() && outside(items_.back())) items_.pop_back();
  }

  bool begins_block(std::size_t depth, bool is_item, bool was_in_list, bool bar) const {
    if (after_blank_) return false;
    if (depth != depth_) return true;
    if (was_in_list) return items_.empty() && !is_item;
    return !(bar && in_table_);
  }

  // Writes the list markers at the start of `text` and opens their items. Returns the bytes taken.
  std::size_t write_markers(std::string_view text, std::size_t column) {
    std::size_t taken = 0;
    while (const std::size_t length = list_marker(text.substr(taken))) {
      const std::string_view marker = text.substr(taken, length);
      const std::size_t content = items_.empty() ? 0 : items_.back().content;
      items_.push_back({column + taken, content + length + 1});
      layout_.text.copy(marker, offset_of(marker));
      layout_.text.insert(" ", offset_of(marker) + length);
      taken += length;
      taken += leading_blanks(text.substr(taken)).bytes;
    }
    return taken;
  }

  void write_text(std::string_view text) {
    const std::string_view marks = without_trailing_blanks(text);
    const std::size_t origin = offset_of(text);
    if (is_run_of(marks, '-') && marks.size() >= 3) {
      layout_.text.insert("***", origin);
    } else {
      if (is_run_of(marks, '-') || is_run_of(marks, '=')) layout_.text.insert("\\", origin);
      layout_.text.copy(text, origin);
    }
    end_line(text);
  }

  void write(const std::string& indent, std::string_view text) {
    layout_.text.insert(indent, offset_of(text));
    layout_.text.copy(text, offset_of(text));
    end_line(text);
  }
  void write_prefix(std::size_t depth) {
    if (depth == 0) return;
    layout_.text.insert(std::string(depth, '>'), line_begin_);
    layout_.text.insert(" ", line_begin_);
  }
  void end_line(std::string_view text) { layout_.text.insert("\n", offset_of(text) + text.size()); }
  void close_fence() {
    if (fence_) layout_.fences.push_back({fence_begin_, layout_.text.size()});
    fence_.reset();
  }
  // Every piece of a line is a view into the source.
  std::size_t offset_of(std::string_view piece) const {
    return static_cast<std::size_t>(piece.data() - source_.data());
  }

  std::string_view source_;
  bool chinese_;
  Layout layout_;
  std::size_t line_begin_ = 0;
  std::size_t depth_ = 0;  // of the line before
  std::vector<Item> items_;
  std::optional<Fence> fence_;
  std::size_t fence_begin_ = 0;
  bool after_blank_ = true;
  bool in_table_ = false;
};

}  // namespace

Layout lay_out(std::string_view text, Language language) {
  return Typesetter(text, language).run();
}

}  // namespace gongkai
