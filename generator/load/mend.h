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

/// Makes a line blank without changing its length.
void blank_line(SourceText& source, std::uint32_t line);

}  // namespace gongkai
