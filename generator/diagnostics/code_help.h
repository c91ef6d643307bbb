#pragma once

#include <span>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// What a code means, beyond the words of its message: for `gongkai explain` and docs/checks.md.
/// The texts stand in diagnostics/explanations/*.def.
struct CodeHelp {
  std::string_view code;  ///< of a message, or the id of a check of the program
  std::string_view en, zh;
  std::string_view mend_en, mend_zh;  ///< empty where the message's own help says it
  std::string_view example;  ///< lines of a file with the caret below, as some test site shows them
};

/// Codes that belong together, under a heading.
struct CodeChapter {
  std::string_view en, zh;
  std::span<const CodeHelp> codes;
};

/// All of them, in the order of docs/checks.md.
std::span<const CodeChapter> code_chapters();

/// Null where nothing is said of the code.
const CodeHelp* code_help(std::string_view code);

}  // namespace gongkai
