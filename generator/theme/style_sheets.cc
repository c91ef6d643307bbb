#include "theme/style_sheets.h"

namespace gongkai {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The end of the text in quotes that begins at `at`: behind its closing quote.
std::size_t end_of_text(std::string_view css, std::size_t at) {
  const char quote = css[at];
  for (++at; at < css.size() && css[at] != quote; ++at) {
    if (css[at] == '\\') ++at;
  }
  return at < css.size() ? at + 1 : css.size();
}

}  // namespace

std::string compact_css(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  for (std::size_t at = 0; at < css.size();) {
    const char c = css[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = end_of_text(css, at);
      out += css.substr(at, end - at);
      at = end;
    } else if (css.substr(at).starts_with("/*")) {
      const std::size_t end = css.find("*/", at + 2);
      at = end == std::string_view::npos ? css.size() : end + 2;
    } else {
      if (c == '\n') {
        while (!out.empty() && is_blank(out.back())) out.pop_back();
      }
      const bool line_is_empty = out.empty() || out.back() == '\n';
      if (!line_is_empty || !(is_blank(c) || c == '\n')) out += c;
      ++at;
    }
  }
  return out;
}

std::string join_style_sheet(const std::map<std::string, std::string>& sources) {
  std::string sheet;
  for (const auto& [name, css] : sources) sheet += compact_css(css);
  return sheet;
}

}  // namespace gongkai
