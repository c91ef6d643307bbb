#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"
#include "load/source_text.h"

namespace gongkai {

/// Puts the half-width character in the place of each full-width one that `suspects` names, with
/// spaces after it, so that every byte keeps its column.
void replace_full_width(SourceText& source, const Diagnostics& suspects);

/// The first bracket or brace that its line leaves open although the next line begins a new key;
/// an unknown mark where there is none.
Mark find_unclosed_bracket(std::string_view text);

/// Ends the quoted text that begins at `mark` with its line, or takes its quote away. A line that holds brackets too becomes
/// blank, for they would be swallowed.
void close_quote(SourceText& source, Mark mark);

/// The first colon after a key that no blank follows (`四:[1, 2]`); an unknown mark where there is
/// none. Addresses of the web and times of day are no such keys.
Mark find_colon_without_space(std::string_view text);

/// Puts a blank after a byte.
void insert_blank(SourceText& source, Mark after);

/// Makes a line blank without changing its length.
void blank_line(SourceText& source, std::uint32_t line);

}  // namespace gongkai
