#include "write/yaml_scalar.h"

#include <fmt/format.h>

#include <string_view>

namespace gongkai {
namespace {

bool reads_as_something_else(const std::string& text) {
  for (const std::string_view word : {"~", "null", "Null", "NULL", "true", "false"}) {
    if (text == word) return true;
  }
  return false;
}

bool is_plain(const std::string& text) {
  constexpr std::string_view special_at_start = "-?:,[]{}#&*!|>'\"%@` ";
  constexpr std::string_view special_anywhere = ",[]{}#:\"'\\";
  if (text.empty() || text.back() == ' ' || reads_as_something_else(text)) return false;
  if (special_at_start.find(text.front()) != std::string_view::npos) return false;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (control || special_anywhere.find(c) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::string yaml_scalar(const std::string& text) {
  if (is_plain(text)) return text;
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace gongkai
