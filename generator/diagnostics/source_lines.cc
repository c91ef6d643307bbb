#include "diagnostics/source_lines.h"

#include "diagnostics/utf8.h"

namespace gongkai {

DisplayColumn display_column(std::string_view line, std::size_t byte_column) {
  DisplayColumn result{1, 0};
  for (std::size_t i = 0; i + 1 < byte_column && i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    result.cells += c.value == '\t' ? 8 - result.cells % 8
                                    : static_cast<std::size_t>(display_width(c.value));
    ++result.character;
    i += c.length;
  }
  return result;
}

const std::string* SourceLines::text(const std::string& file) {
  auto [entry, added] = texts_.try_emplace(file);
  if (added) entry->second = reader_(file);
  return entry->second ? &*entry->second : nullptr;
}

std::string_view SourceLines::line(const std::string& file, std::size_t number) {
  const std::string* whole = text(file);
  if (whole == nullptr) return {};
  std::string_view text = *whole;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (--number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

SourceLines::Place SourceLines::place(const Position& position) {
  const Mark& mark = position.mark;
  if (!mark.known()) return {};
  Place place{mark.line, mark.column, 0};
  if (position.length > 0) place.end_column = place.column + position.length;
  if (!has(position.file)) return place;
  const std::string_view text = line(position.file, mark.line);
  place.column = display_column(text, mark.column).character;
  if (position.length > 0) {
    place.end_column = display_column(text, mark.column + position.length).character;
  }
  return place;
}

}  // namespace gongkai
