#include "narrative/excerpt.h"

#include <algorithm>

namespace gongkai {

BlockFinder::BlockFinder(const std::string& text) : text_(text), end_(text.size()) {
  lines_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lines_.push_back(i + 1);
  }
}

void BlockFinder::enter(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if ((type & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK) return;
  const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
  const auto last = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0));
  // A paragraph before a table has no lines of its own.
  if (first == 0 || first > lines_.size()) {
    end_ = text_.size();
    return;
  }
  const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
  begin_ = std::min(lines_[first - 1] + column - 1, text_.size());
  end_ = last >= first && last < lines_.size() ? lines_[last] : text_.size();
  cursor_ = std::max(cursor_, lines_[first - 1]);
}

std::size_t BlockFinder::find(std::string_view words) {
  std::size_t found = words.empty() ? std::string::npos : text_.find(words, cursor_);
  if (found < end_) {
    cursor_ = found + words.size();
    return found;
  }
  found = words.empty() ? std::string::npos : text_.find(words);
  return found == std::string::npos ? begin_ : found;
}

std::string first_line_of(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() <= longest) return std::string(line);
  std::size_t end = longest;
  while (end > 0 && (line[end] & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end));
}

}  // namespace gongkai
