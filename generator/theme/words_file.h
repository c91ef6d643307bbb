#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A word and where its text begins, for mistakes in the tags that it may hold.
struct Word {
  std::string text;
  Position position;
};

using WordMap = std::map<std::string, Word, std::less<>>;

/// Reads a words file: one `key: text` on a line, `# comment` lines, empty lines. A text may stand
/// in double quotes, where `\"` and `\\` mean themselves; it must, where YAML would read it as
/// something else than plain text. So every words file is also YAML, but few YAML files are words
/// files: everything else is an error with its place.
WordMap read_words(const std::string& file, std::string_view text, Diagnostics& diagnostics);

}  // namespace gongkai
