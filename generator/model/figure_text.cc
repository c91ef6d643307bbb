#include "model/figure_text.h"

#include <algorithm>

namespace gongkai {

std::string number_text(Decimal number) {
  std::string text = number.str();
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3; at -= 3) {
    text.insert(at - 3, ",");
  }
  return text;
}

std::string difference_text(Decimal difference) {
  const bool above = !difference.is_negative() && !difference.is_zero();
  return (above ? "+" : "") + number_text(difference);
}

std::string figure_text(const Figure& figure, const CellSpec& spec) {
  if (figure.state == State::below_limit) return "<1";
  if (!figure.is_number()) return {};
  switch (spec.type) {
    case FigureType::signed_count:
      return difference_text(figure.value());
    case FigureType::percent:
      return number_text(figure.value()) + "%";
    default:
      return number_text(figure.value());
  }
}

std::string percent_text(Decimal numerator, Decimal denominator, int places) {
  return number_text(Decimal::quotient(100 * numerator, denominator, places)) + "%";
}

}  // namespace gongkai
