#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// Appends a text so that HTML shows it as it is, between tags and in attributes that stand in
/// double quotes.
inline void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    std::size_t plain = text.find_first_of("&<>\"");
    out += text.substr(0, plain);
    if (plain == std::string_view::npos) return;
    switch (text[plain]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += "&quot;";
    }
    text.remove_prefix(plain + 1);
  }
}

}  // namespace gongkai
