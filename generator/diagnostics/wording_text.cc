#include "diagnostics/wording_text.h"

namespace gongkai {

std::string pattern(std::string_view wording) {
  std::string text;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    const bool doubled = i + 1 < wording.size() && wording[i + 1] == wording[i];
    if (wording[i] == '{' && !doubled) {
      text += "…";
      i = wording.find('}', i);
      continue;
    }
    text += wording[i];
    if ((wording[i] == '{' || wording[i] == '}') && doubled) ++i;
  }
  return text;
}

}  // namespace gongkai
