#include "narrative/markup.h"

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_encoded(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
}

bool stands_in_address(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("-._~:/?@!$&'()*+,;=").find(c) != std::string_view::npos;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint read = decode_utf8(text, i);
    if (read.value == '&') {
      out += "&amp;";
    } else if (read.value == '<') {
      out += "&lt;";
    } else if (read.value == '>') {
      out += "&gt;";
    } else if (read.value == '"') {
      out += "&quot;";
    } else if (!is_forbidden(read.value)) {
      append_utf8(out, read.value);
    }
    i += read.length;
  }
}

std::string encode_address(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  bool in_fragment = false;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool begins_fragment = c == '#' && !in_fragment;
    in_fragment = in_fragment || begins_fragment;
    if (stands_in_address(c) || begins_fragment || (c == '%' && is_encoded(address, i))) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

std::string decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && is_encoded(text, i)) {
      decoded += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::string without_comments(std::string_view html) {
  std::string rest;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t begin = html.find("<!--", at);
    const std::size_t end = begin == html.npos ? html.npos : html.find("-->", begin + 4);
    if (end == html.npos) return rest += html.substr(at);
    rest += html.substr(at, begin - at);
    at = end + 3;
  }
  return rest;
}

}  // namespace gongkai
