#include "import/agency_id.h"

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

// Marks outside ASCII that stand in names: dashes, quotes, blanks.
bool is_mark(char32_t c) {
  return (c >= 0xA0 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

bool is_dropped(char32_t c) { return c == U'.' || c == U'\'' || c == 0x2018 || c == 0x2019; }

}  // namespace

std::string agency_id_of_name(std::string_view name) {
  std::string id;
  bool gap = false;
  const auto add = [&](std::string_view letters) {
    if (gap && !id.empty()) id += '-';
    gap = false;
    id += letters;
  };
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = decode_utf8(name, i);
    i += c.length;
    if (is_dropped(c.value)) continue;
    const char ascii = c.value < 0x80 ? static_cast<char>(c.value) : '\0';
    if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
      add({&ascii, 1});
    } else if (ascii >= 'A' && ascii <= 'Z') {
      const char small = static_cast<char>(ascii - 'A' + 'a');
      add({&small, 1});
    } else if (ascii == '&') {
      gap = true;
      add("and");
      gap = true;
    } else if (ascii != '\0' || is_mark(c.value)) {
      gap = true;
    } else {
      return {};
    }
  }
  return id;
}

}  // namespace gongkai
