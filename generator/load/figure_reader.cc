#include "load/figure_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnostics/utf8.h"
#include "load/full_width.h"
#include "model/figure_type.h"

namespace gongkai {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Letters that stand in for a zero: O, o, the Chinese 〇 and 零, the full-width Ｏ.
std::optional<FullWidth> find_letter_for_zero(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    constexpr std::u32string_view letters = U"Oo〇○零ＯｏОо";
    if (letters.find(c.value) != std::u32string_view::npos) {
      return FullWidth{i, std::string(text.substr(i, c.length)), "0"};
    }
    i += c.length;
  }
  return {};
}

// A character that nobody can see and that comes with pasted text; `meant` is its code.
std::optional<FullWidth> find_invisible(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (c.value == 0xA0 || c.value == 0xAD || (c.value >= 0x2000 && c.value <= 0x200F) ||
        c.value == 0x2060 || c.value == 0xFEFF) {
      return FullWidth{i, std::string(text.substr(i, c.length)),
                       fmt::format("U+{:04X}", static_cast<unsigned>(c.value))};
    }
    i += c.length;
  }
  return {};
}

// Whether all but the found characters would be a number.
bool is_number_but_for_letters(std::string_view text) {
  std::string rest;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const auto letter = find_letter_for_zero(text.substr(i, c.length));
    rest += letter ? "0" : std::string(text.substr(i, c.length));
    i += c.length;
  }
  return !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_digit(c) || c == '.' || c == '-';
  });
}

// 1,234 or 12,345.6: digits in groups of three.
bool has_thousands_separators(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || c == ',' || c == '.' || c == ' '; });
}

std::string without_commas(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ' '; }),
             text.end());
  return text;
}

// The number at the beginning of `251000元` or `22（其中修订16件）`.
std::string_view leading_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
  return text.substr(0, end);
}

// Explains a text that is no number of any kind. Always adds exactly one diagnostic.
void report_not_a_number(const FileContext& context, const YamlNode& node) {
  const std::string& text = node.text;
  auto at_offset = [&](std::size_t offset, std::size_t length) {
    Mark mark = node.mark;
    mark.column += static_cast<std::uint32_t>(offset + (node.quoted ? 1 : 0));
    return context.at(mark, length);
  };
  if (const auto hidden = find_invisible(text)) {
    context.error(codes::control_character, at_offset(hidden->offset, hidden->written.size()),
                  {hidden->meant});
    return;
  }
  if (is_blank_mark(text)) {
    context.error(codes::blank_mark, context.at(node), {text});
    return;
  }
  if (is_number_but_for_letters(text)) {
    if (const auto letter = find_letter_for_zero(text)) {
      context.error(codes::letter_for_zero, at_offset(letter->offset, letter->written.size()),
                    {text, letter->written});
      return;
    }
  }
  const std::string_view number = leading_number(text);
  const std::string_view rest = std::string_view(text).substr(number.size());
  if (!number.empty() && (rest.starts_with("（") || rest.starts_with("("))) {
    context.error(codes::note_in_cell, context.at(node), {text, std::string(number)});
    return;
  }
  if (const auto wide = find_full_width(text)) {
    context.diagnostics.add(full_width_error(context.file, at_offset(0, 0).mark, *wide));
    return;
  }
  if (has_thousands_separators(text)) {
    context.error(codes::thousands_separator, context.at(node), {text, without_commas(text)});
    return;
  }
  if (!number.empty() && !rest.empty() && static_cast<unsigned char>(rest[0]) >= 0x80) {
    context.error(codes::unit_in_cell, context.at(node),
                  {text, std::string(number), std::string(rest)});
    return;
  }
  context.error(codes::not_a_number, context.at(node), {text});
}

// A number by its digits; what its type allows is checked on the value.
std::optional<Decimal> parse_number(const FileContext& context, const YamlNode& node,
                                    const CellSpec& cell) {
  std::string_view text = node.text;
  const bool plus = text.starts_with('+');
  if (plus && cell.type == FigureType::signed_count) text.remove_prefix(1);
  if (const auto value = Decimal::parse(text)) return value;

  std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  const bool is_plain = all_digits(whole) && (point == std::string_view::npos ||
                                              all_digits(digits.substr(point + 1)));
  if (is_plain && whole.size() > 1 && whole[0] == '0') {
    context.error(codes::leading_zero, context.at(node), {node.text});
  } else if (is_plain) {
    context.error(codes::too_many_digits, context.at(node),
                  {node.text, std::to_string(Decimal::max_digits),
                   std::to_string(Decimal::max_places)});
  } else {
    report_not_a_number(context, node);
  }
  return {};
}

}  // namespace

bool is_blank_mark(std::string_view text) {
  constexpr std::array marks = {"/", "-", "—", "——", "－", "／", "–", "\\"};
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}

bool is_not_applicable(std::string_view text) { return text == "不适用" || text == "N/A"; }

std::optional<Figure> read_figure(const FileContext& context, const YamlNode& node,
                                  const CellSpec& cell) {
  if (node.is_null() || (node.is_scalar() && node.text.empty())) {
    return Figure::without_number(State::not_reported);
  }
  if (!expect_text(context, node)) return {};
  if (is_not_applicable(node.text)) return Figure::without_number(State::not_applicable);
  if (cell.type == FigureType::days && node.text == "<1") {
    return Figure::without_number(State::below_limit);
  }
  const auto value = parse_number(context, node, cell);
  if (!value) return {};
  if (value->is_negative() && !allows_negative(cell.type)) {
    context.error(codes::negative_figure, context.at(node), {node.text});
    return {};
  }
  if (value->places() > 0 && !allows_fraction(cell.type)) {
    context.error(codes::not_whole, context.at(node), {node.text});
    return {};
  }
  if (cell.digits && value->places() > *cell.digits) {
    context.error(codes::too_many_places, context.at(node),
                  {node.text, std::to_string(*cell.digits)});
    return {};
  }
  return Figure::of(*value);
}

}  // namespace gongkai
