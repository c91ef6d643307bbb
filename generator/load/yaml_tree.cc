#include "load/yaml_tree.h"

#include <algorithm>

#include "diagnostics/codes/yaml.h"
#include "load/full_width.h"
#include "load/mend.h"
#include "load/plain_yaml.h"
#include "load/yaml_reading.h"

namespace gongkai {
namespace {

// Tabs at the beginning of a line are the one invisible mistake: name each of them.
bool report_tabs(const SourceText& source, Diagnostics& diagnostics) {
  bool found = false;
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin < source.text.size(); ++line) {
    const std::size_t end = std::min(source.text.find('\n', begin), source.text.size());
    const std::string_view text = std::string_view(source.text).substr(begin, end - begin);
    const std::size_t tab = text.find_first_not_of(' ');
    if (tab != std::string_view::npos && text[tab] == '\t' &&
        text.find_first_not_of(" \t") != std::string_view::npos) {
      found = true;
      diagnostics.add(codes::yaml_tab,
                      {source.file, {line, static_cast<std::uint32_t>(tab + 1)}, 0});
    }
    begin = end + 1;
  }
  return found;
}

// Finds what most likely broke the syntax, says so, and mends the text without moving a column, so
// that one run finds the other mistakes of the file too. False where nothing can be mended.
bool mend(SourceText& source, const Reading& reading, Diagnostics& diagnostics) {
  // A full-width colon or bracket is what breaks most hand-written files, and yaml-cpp notices it
  // lines later.
  Diagnostics suspects = find_full_width_syntax(source);
  if (!suspects.empty()) {
    replace_full_width(source, suspects);
    diagnostics.append(std::move(suspects));
    return true;
  }
  if (const Mark open = find_unclosed_bracket(source.text); open.known()) {
    diagnostics.add(codes::yaml_unclosed_bracket, {source.file, open, 0});
    blank_line(source, open.line);
    return true;
  }
  if (const Mark colon = find_colon_without_space(source.text);
      colon.known() && reading.syntax != &codes::yaml_unclosed_quote) {
    diagnostics.add(codes::colon_without_space, {source.file, colon, 0});
    insert_blank(source, colon);
    return true;
  }
  diagnostics.add(*reading.syntax, {source.file, reading.mark, 0}, {reading.detail});
  if (reading.syntax != &codes::yaml_unclosed_quote || !reading.mark.known()) return false;
  close_quote(source, reading.mark);
  return true;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::optional<YamlNode> parse_yaml(const SourceText& source, Diagnostics& diagnostics) {
  if (auto root = read_plain_yaml(source.text)) return root;
  constexpr int max_mended = 50;
  if (report_tabs(source, diagnostics)) return {};
  Reading reading = read_once(source);
  if (reading.syntax) {
    SourceText mended = source;
    for (int i = 0; i < max_mended && reading.syntax; ++i) {
      if (!mend(mended, reading, diagnostics)) return {};
      reading = read_once(mended);
    }
    if (reading.syntax) return {};
  }
  diagnostics.append(std::move(reading.diagnostics));
  return std::move(reading.root);
}

}  // namespace gongkai
