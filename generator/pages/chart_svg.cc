#include "pages/chart_svg.h"

#include <fmt/format.h>

#include <cstdlib>

#include "narrative/markup.h"

namespace gongkai::svg {

std::string unit(Length length) {
  std::string text = length < 0 ? "-" : "";
  const int size = std::abs(length);
  text += std::to_string(size / 10);
  if (size % 10 != 0) text += "." + std::to_string(size % 10);
  return text;
}

Length share(Decimal value, Decimal whole, Length length) {
  const Decimal scaled = Decimal::quotient(length * value, whole, 0);
  return static_cast<Length>(scaled.units());
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

Length text_width(std::string_view text) {
  Length width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      width += 72;
    } else if (byte >= 0xe0) {
      width += 130;
    } else if (byte >= 0xc0) {
      width += 80;
    }
  }
  return width;
}

std::string text_at(Length x, Length y, std::string_view css_class, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>", css_class, unit(x), unit(y),
                     escaped(text));
}

std::string line(std::string_view css_class, Length x1, Length y1, Length x2, Length y2) {
  return fmt::format("<path class=\"{}\" d=\"M{} {}L{} {}\"/>", css_class, unit(x1), unit(y1),
                     unit(x2), unit(y2));
}

std::string rectangle(std::string_view attributes, Length x, Length y, Length width,
                      Length height) {
  return fmt::format("<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", attributes, unit(x),
                     unit(y), unit(width), unit(height));
}

std::string begin(const Chart& chart, std::string_view css_class, Length width, Length height) {
  return fmt::format(
      "<svg class=\"{0}\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\" role=\"img\" "
      "aria-labelledby=\"{3}-title {3}-text\"><title id=\"{3}-title\">{4}</title>"
      "<desc id=\"{3}-text\">{5}</desc>",
      css_class, unit(width), unit(height), chart.id, escaped(chart.title),
      escaped(chart.description));
}

}  // namespace gongkai::svg
