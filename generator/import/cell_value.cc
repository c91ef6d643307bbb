#include "import/cell_value.h"

#include <algorithm>
#include <array>

#include "diagnostics/utf8.h"
#include "model/figure_type.h"
#include "model/folding.h"

namespace gongkai {
namespace {

// Half-width, with every kind of blank as a single blank, none at the ends.
std::string tidy(std::string_view printed) {
  std::string out;
  for (std::size_t i = 0; i < printed.size();) {
    const CodePoint c = decode_utf8(printed, i);
    i += c.length;
    char32_t value = c.value;
    if (value == '"' || value == '\'' || value == '`') {
      append_utf8(out, value);
      continue;
    }
    if (value == 0xAD || (value >= 0x200B && value <= 0x200F) || value == 0x2060 ||
        value == 0xFEFF) {
      continue;  // invisible
    }
    if (fold_character(value) == 0 && !(value >= 0x2018 && value <= 0x201F)) value = ' ';
    // A comma of Chinese text stays one, unless it groups digits.
    const bool groups = value == 0xFF0C && !out.empty() && out.back() >= '0' && out.back() <= '9';
    if (value >= 0xFF01 && value <= 0xFF5E && (value != 0xFF0C || groups)) value -= 0xFEE0;
    if (value == 0x2212) value = '-';
    if (value == ' ' && (out.empty() || out.back() == ' ')) continue;
    append_utf8(out, value);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_nothing(const std::string& text) {
  constexpr std::array marks = {"", "/", "-", "--", "—", "——", "–", "\\", "―", "─", "一 一", "- -"};
  return std::ranges::find(marks, text) != marks.end();
}

bool is_not_applicable(const std::string& text) { return text == "不适用" || text == "N/A"; }

/// A number and what stands behind it.
struct Printed {
  std::string number, rest;
};

// 1,234,567: groups of three behind one to three digits.
std::optional<std::string> without_groups(std::string_view text) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = true;
      group = 0;
    } else {
      digits += c;
      ++group;
    }
  }
  if (grouped && group != 3) return {};
  return digits;
}

std::optional<Printed> split(const std::string& text) {
  std::size_t at = 0;
  Printed printed;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) printed.number = text[at++];
  const std::size_t whole = at;
  while (at < text.size() && (is_digit(text[at]) || text[at] == ',')) ++at;
  const auto digits = without_groups(std::string_view(text).substr(whole, at - whole));
  if (!digits || digits->empty()) return {};
  printed.number += *digits;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    printed.number += text[at++];
    while (at < text.size() && is_digit(text[at])) printed.number += text[at++];
  }
  while (at < text.size() && text[at] == ' ') ++at;
  printed.rest = text.substr(at);
  return printed;
}

/// What stands behind a number, told apart.
struct Rest {
  std::string unit, note;
};

std::optional<Rest> read_rest(const std::string& text) {
  Rest rest;
  const std::size_t bracket = text.find_first_of("([");
  rest.unit = text.substr(0, bracket);
  while (rest.unit.ends_with(' ')) rest.unit.pop_back();
  if (bracket != std::string::npos) {
    if (!text.ends_with(')') && !text.ends_with(']')) return {};
    rest.note = text.substr(bracket + 1, text.size() - bracket - 2);
    if (rest.note.find_first_of("()[]") != std::string::npos) return {};
  }
  // A unit is a word of a few letters, no number and no sentence.
  constexpr std::array units = {"",   "件", "个", "项", "条", "次", "宗", "份", "人", "起", "元",
                                "万元", "亿元", "件次", "人次", "%", "天", "个工作日", "部", "例"};
  if (std::ranges::find(units, rest.unit) == units.end()) return {};
  return rest;
}

bool is_money(const std::string& unit) { return unit.ends_with("元"); }

}  // namespace

bool has_digits(std::string_view printed) {
  return std::ranges::any_of(tidy(printed), is_digit);
}

CellLook look_of(std::string_view printed) {
  const std::string text = tidy(printed);
  if (is_nothing(text)) return CellLook::blank;
  if (is_not_applicable(text) || text == "<1") return CellLook::value;
  const auto number = split(text);
  return number && read_rest(number->rest) ? CellLook::value : CellLook::text;
}

std::optional<FiledCell> read_cell(const Form& form, CellIndex cell, std::string_view printed) {
  const CellSpec& spec = form.cells[cell];
  const std::string text = tidy(printed);
  FiledCell filed{cell, Figure::without_number(State::not_reported), {}};
  if (spec.type == FigureType::text) {
    if (is_nothing(text)) return filed;
    filed.figure.state = State::text;
    filed.detail.text = text;
    return filed;
  }
  if (is_nothing(text)) return filed;
  if (is_not_applicable(text)) {
    filed.figure.state = State::not_applicable;
    return filed;
  }
  if (text == "<1" && spec.type == FigureType::days) {
    filed.figure.state = State::below_limit;
    return filed;
  }
  auto printed_number = split(text);
  if (!printed_number) return {};
  const auto rest = read_rest(printed_number->rest);
  if (!rest) return {};
  std::string& digits = printed_number->number;
  if (digits.starts_with('+')) {
    if (spec.type != FigureType::signed_count) return {};
    digits.erase(0, 1);
  }
  const auto value = Decimal::parse(digits);
  if (!value || !Figure::can_hold(*value)) return {};
  if (value->is_negative() && !allows_negative(spec.type)) return {};
  if (value->places() > 0 && !allows_fraction(spec.type)) return {};
  if (spec.digits && value->places() > *spec.digits) return {};
  filed.figure = Figure::of(*value);
  filed.detail.note = rest->note;
  if (!rest->unit.empty() && rest->unit != spec.unit) {
    // Money in another unit than the form's would be off by a factor; a count has no money.
    if (!spec.unit.empty()) return {};
    if (is_money(rest->unit) || rest->unit == "%") {
      if (!allows_fraction(spec.type)) return {};
      filed.detail.unit = rest->unit;
    }
  }
  return filed;
}

}  // namespace gongkai
