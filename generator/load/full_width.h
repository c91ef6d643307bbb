#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "load/source_text.h"

namespace gongkai {

/// A character that a Chinese input method types where YAML or a number needs the half-width one.
struct FullWidth {
  std::size_t offset;  ///< byte offset in the text that was searched
  std::string written;
  std::string meant;
};

/// The first full-width character of `text` that has a half-width counterpart in YAML or in
/// numbers: punctuation, brackets, quotes, digits, letters, U+3000.
std::optional<FullWidth> find_full_width(std::string_view text);

/// A key as it was meant: every such character in its half-width form, blanks around it dropped.
std::string half_width(std::string_view text);

/// The error about such a character, placed where it stands: `begin` is the place of the text's
/// first byte. Characters that cannot be seen are named by their code.
Diagnostic full_width_error(const std::string& file, Mark begin, const FullWidth& found);

/// Where the YAML of a file has full-width characters in the place of its own: a colon after a
/// key, a comma or bracket of a list. Called only for files or values that do not parse as they
/// should, for the same characters are right inside a text.
Diagnostics find_full_width_syntax(const SourceText& source);

}  // namespace gongkai
