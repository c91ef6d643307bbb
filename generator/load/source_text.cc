#include "load/source_text.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "diagnostics/codes/yaml.h"
#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// How many bad bytes of one file are worth a message each.
constexpr int max_byte_errors = 10;

bool is_valid_at(std::string_view text, std::size_t i) {
  const CodePoint c = decode_utf8(text, i);
  return c.value != 0xFFFD || c.length != 1;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
    } else if (is_valid_at(text, i)) {
      i += decode_utf8(text, i).length;
    } else {
      return false;
    }
  }
  return true;
}

// The text as GB18030 reads it; nothing where it is not that either, or where this machine has no
// table for it.
std::optional<std::string> decode_gb18030(std::string_view text) {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string in(text), out(text.size() * 4 + 4, '\0');
  char *from = in.data(), *to = out.data();
  std::size_t from_left = in.size(), to_left = out.size();
  const bool converted =
      iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (!converted) return {};
  out.resize(out.size() - to_left);
  return out;
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

// CRLF becomes LF. A lone CR is a control character like any other and found below.
std::string with_unix_line_ends(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from];
  }
  text.resize(to);
  return text;
}

bool is_control(unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_control(static_cast<unsigned char>(c)); });
}

void check_bytes(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view text = source.text;
  std::uint32_t line = 1;
  std::size_t line_begin = 0;
  int errors = 0;
  for (std::size_t i = 0; i < text.size() && errors < max_byte_errors;) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const Position here{source.file, {line, static_cast<std::uint32_t>(i - line_begin + 1)}, 0};
    if (!is_valid_at(text, i)) {
      ++errors;
      diagnostics.add(codes::invalid_utf8, here, {fmt::format("0x{:02X}", byte)});
      // One message a line is enough: what follows is garbled by the same cause.
      const std::size_t end = text.find('\n', i);
      i = end == std::string_view::npos ? text.size() : end;
      continue;
    }
    if (is_control(byte)) {
      ++errors;
      diagnostics.add(codes::control_character, here, {fmt::format("U+{:04X}", byte)});
    }
    i += decode_utf8(text, i).length;
    if (byte == '\n') {
      ++line;
      line_begin = i;
    }
  }
}

// A file of a Chinese editor that saves in the encoding of the office: say so, with its first
// Chinese line as it should read.
bool report_gb18030(const SourceText& source, Diagnostics& diagnostics) {
  const std::optional<std::string> decoded = decode_gb18030(source.text);
  if (!decoded) return false;
  std::size_t begin = 0, decoded_begin = 0;
  std::uint32_t line = 1;
  while (is_utf8(line_at(source.text, begin))) {
    begin += line_at(source.text, begin).size() + 1;
    decoded_begin += line_at(*decoded, decoded_begin).size() + 1;
    ++line;
  }
  std::uint32_t column = 1;
  while (is_valid_at(source.text, begin + column - 1)) {
    column += static_cast<std::uint32_t>(decode_utf8(source.text, begin + column - 1).length);
  }
  diagnostics.add(codes::gbk_file, {source.file, {line, column}, 0},
                  {std::string(line_at(*decoded, decoded_begin))});
  return true;
}

}  // namespace

bool SiteFiles::exists(const std::string& file) const {
  std::error_code error;
  return std::filesystem::is_regular_file(path(file), error);
}

std::optional<SourceText> check_text(std::string file, std::string bytes,
                                     Diagnostics& diagnostics) {
  SourceText source{std::move(file), std::move(bytes)};
  const std::string_view raw = source.text;
  if (raw.size() > max_file_size) {
    diagnostics.add(codes::file_too_large, {source.file, {}, 0},
                    {std::to_string(raw.size() / 1024), std::to_string(max_file_size / 1024)});
    return {};
  }
  if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
    diagnostics.add(codes::utf16_file, {source.file, {}, 0});
    return {};
  }
  if (raw.starts_with("\xEF\xBB\xBF")) source.text.erase(0, 3);
  source.text = with_unix_line_ends(std::move(source.text));

  const bool utf8 = is_utf8(source.text);
  if (utf8 && !has_control(source.text)) return source;
  if (!utf8 && source.text.find('\0') == std::string::npos &&
      report_gb18030(source, diagnostics)) {
    return {};
  }
  check_bytes(source, diagnostics);
  return {};
}

std::optional<SourceText> read_text(const SiteFiles& site, const std::string& file,
                                    Diagnostics& diagnostics) {
  const std::filesystem::path path = site.path(file);
  // A folder by this name, or a pipe, which would keep the program waiting for ever.
  std::error_code status_error;
  if (std::filesystem::exists(path, status_error) &&
      !std::filesystem::is_regular_file(path, status_error)) {
    const bool folder = std::filesystem::is_directory(path, status_error);
    diagnostics.add(codes::unreadable_file, {file, {}, 0},
                    {std::generic_category().message(folder ? EISDIR : EINVAL)});
    return {};
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  // One byte more than allowed is enough to know that it is too much; the size is asked apart.
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (in && !error && size > max_file_size) {
    diagnostics.add(codes::file_too_large, {file, {}, 0},
                    {std::to_string(size / 1024), std::to_string(max_file_size / 1024)});
    return {};
  }
  if (in && !error) {
    // A file that grows meanwhile is read as long as it was.
    bytes.resize(static_cast<std::size_t>(size));
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (in.eof()) in.clear();
  }
  if (!in || error || in.bad()) {
    diagnostics.add(codes::unreadable_file, {file, {}, 0},
                    {std::generic_category().message(error ? error.value() : errno)});
    return {};
  }
  return check_text(file, std::move(bytes), diagnostics);
}

}  // namespace gongkai
