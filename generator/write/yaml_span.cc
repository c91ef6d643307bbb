#include "write/yaml_span.h"

#include <algorithm>

namespace gongkai {

YamlSpans::YamlSpans(std::string_view text) : text_(text), lines_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lines_.push_back(i + 1);
  }
}

std::size_t YamlSpans::begin(Mark mark) const {
  if (!mark.known() || mark.line > lines_.size()) return text_.size();
  return std::min(lines_[mark.line - 1] + mark.column - 1, text_.size());
}

std::size_t YamlSpans::end_of_quoted(std::size_t at) const {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < text_.size(); ++i) {
    if (quote == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      if (quote == '"' || i + 1 >= text_.size() || text_[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return text_.size();
}

std::size_t YamlSpans::end_of_brackets(std::size_t at) const {
  int depth = 0;
  for (std::size_t i = at; i < text_.size(); ++i) {
    const char c = text_[i];
    // A quote opens a text only where a value may begin.
    const bool begins = i > 0 && std::string_view(" ,[{\n").find(text_[i - 1]) != std::string_view::npos;
    if ((c == '"' || c == '\'') && begins) {
      i = end_of_quoted(i) - 1;
    } else if (c == '#' && i > 0 && (text_[i - 1] == ' ' || text_[i - 1] == '\n')) {
      i = std::min(text_.find('\n', i), text_.size()) - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      if (--depth == 0) return i + 1;
    }
  }
  return text_.size();
}

std::size_t YamlSpans::end(const YamlNode& node) const {
  const std::size_t at = begin(node.mark);
  if (at >= text_.size()) return at;
  if (node.flow) return end_of_brackets(at);
  if (node.is_null()) {
    if (text_[at] == '~') return at + 1;
    for (const std::string_view word : {"null", "Null", "NULL"}) {
      if (text_.substr(at).starts_with(word)) return at + word.size();
    }
    return at;
  }
  if (node.is_scalar()) {
    return node.quoted ? end_of_quoted(at) : std::min(at + node.text.size(), text_.size());
  }
  std::size_t last = at;
  for (const YamlNode& item : node.items) last = std::max(last, end(item));
  for (const YamlNode::Entry& entry : node.entries) {
    last = std::max({last, begin(entry.mark) + entry.key.size(), end(entry.value)});
  }
  return last;
}

std::size_t YamlSpans::next_line(std::size_t offset) const {
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return line == lines_.end() ? text_.size() : *line;
}

}  // namespace gongkai
