#pragma once

#include <string>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A wording without its arguments: `the row … holds … figures; found …`.
std::string pattern(std::string_view wording);

inline std::string message_pattern(const Wording& wording, Language language) {
  return pattern(language == Language::zh ? wording.zh : wording.en);
}
inline std::string help_pattern(const Wording& wording, Language language) {
  return pattern(language == Language::zh ? wording.help_zh : wording.help_en);
}

}  // namespace gongkai
