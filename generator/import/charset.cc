#include "import/charset.h"

#include <iconv.h>

#include <optional>

#include "diagnostics/codes/import.h"
#include "diagnostics/utf8.h"
#include "import/unreadable.h"

namespace gongkai {
namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (c.value == 0xFFFD && c.length == 1) return false;
    i += c.length;
  }
  return true;
}

std::optional<std::string> convert(std::string_view bytes, const char* from) {
  const iconv_t converter = iconv_open("UTF-8", from);
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string in(bytes), out(bytes.size() * 4 + 4, '\0');
  char *read = in.data(), *write = out.data();
  std::size_t read_left = in.size(), write_left = out.size();
  const bool done =
      iconv(converter, &read, &read_left, &write, &write_left) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (!done) return {};
  out.resize(out.size() - write_left);
  return out;
}

std::optional<std::string> decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE");
  if (is_utf8(bytes)) return std::string(bytes);
  return convert(bytes, "GB18030");
}

}  // namespace

std::string to_utf8_text(std::string_view bytes) {
  const std::optional<std::string> decoded = decode(bytes);
  if (!decoded || decoded->find('\0') != std::string::npos) throw Unreadable(codes::original_no_text);
  std::string text;
  text.reserve(decoded->size());
  for (std::size_t i = 0; i < decoded->size(); ++i) {
    const char c = (*decoded)[i];
    if (c == '\r') {
      if (i + 1 < decoded->size() && (*decoded)[i + 1] == '\n') continue;
      text += '\n';
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace gongkai
