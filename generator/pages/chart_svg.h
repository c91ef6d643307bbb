#pragma once

#include <string>
#include <string_view>

#include "pages/chart.h"

/// Pieces of drawings, for charts alone. Lengths are tenths of the drawing's unit, so that the same
/// figures give the same bytes everywhere.
namespace gongkai::svg {

using Length = int;

/// `12.5` for 125.
std::string unit(Length length);
/// value / whole of a length.
Length share(Decimal value, Decimal whole, Length length);
std::string escaped(std::string_view text);
/// How wide a text is at 13 units a line: characters of Chinese are square.
Length text_width(std::string_view text);
std::string text_at(Length x, Length y, std::string_view css_class, std::string_view text);
std::string line(std::string_view css_class, Length x1, Length y1, Length x2, Length y2);
std::string rectangle(std::string_view attributes, Length x, Length y, Length width,
                      Length height);
/// The element with title and description; the caller ends it.
std::string begin(const Chart& chart, std::string_view css_class, Length width, Length height);

}  // namespace gongkai::svg
