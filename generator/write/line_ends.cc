#include "write/line_ends.h"

namespace gongkai {

std::string with_line_ends_of(const std::string& original, std::string text) {
  if (original.starts_with("\xEF\xBB\xBF")) text.insert(0, "\xEF\xBB\xBF");
  if (original.find("\r\n") == std::string::npos) return text;
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace gongkai
