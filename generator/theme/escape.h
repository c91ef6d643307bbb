#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// Appends a text so that HTML shows it as it is, between tags and in attributes that stand in
/// double quotes.
inline void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;  // what is not yet copied begins here
  auto replace = [&](std::size_t at, std::string_view entity) {
    out.append(text, plain, at - plain);
    out += entity;
    plain = at + 1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        replace(i, "&amp;");
        break;
      case '<':
        replace(i, "&lt;");
        break;
      case '>':
        replace(i, "&gt;");
        break;
      case '"':
        replace(i, "&quot;");
        break;
      default:
        break;
    }
  }
  out.append(text, plain);
}

}  // namespace gongkai
