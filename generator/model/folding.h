#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A label, number or heading reduced to what tells it apart from others, so that what people type
/// meets what the form prints: full-width letters, digits and brackets become half-width, spaces
/// of all kinds and quotes are dropped, `、`, `，` and `/` are one and the same, the mark after a
/// numeral (`1.` `1、` `一、`) is dropped but never the numeral, Latin letters become small.
std::string fold(std::string_view text);

/// The same for a single character: 0 where it is dropped. Numerals are left to the caller.
char32_t fold_character(char32_t c);

}  // namespace gongkai
