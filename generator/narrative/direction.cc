#include "narrative/direction.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

struct Known {
  std::string_view word;
  Direction direction;
};
constexpr std::array known_words = {
    Known{"增长", Direction::up},       Known{"增加", Direction::up},
    Known{"上升", Direction::up},       Known{"提高", Direction::up},
    Known{"上涨", Direction::up},       Known{"下降", Direction::down},
    Known{"减少", Direction::down},     Known{"降低", Direction::down},
    Known{"下滑", Direction::down},     Known{"回落", Direction::down},
    Known{"up", Direction::up},         Known{"rose", Direction::up},
    Known{"risen", Direction::up},      Known{"grew", Direction::up},
    Known{"grown", Direction::up},      Known{"increase", Direction::up},
    Known{"increased", Direction::up},  Known{"down", Direction::down},
    Known{"fell", Direction::down},     Known{"fallen", Direction::down},
    Known{"decrease", Direction::down}, Known{"decreased", Direction::down},
    Known{"decline", Direction::down},  Known{"declined", Direction::down},
    Known{"dropped", Direction::down},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view last_clause(std::string_view text) {
  const std::size_t newline = text.rfind('\n');
  if (newline != std::string_view::npos) text.remove_prefix(newline + 1);
  std::size_t begin = 0;
  for (std::string_view mark : {"，", "。", "；", "！", "？", "：", "|"}) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos) begin = std::max(begin, at + mark.size());
  }
  for (std::size_t i = text.size(); i > begin; --i) {
    if (std::string_view(",.;:!?").find(text[i - 1]) == std::string_view::npos) continue;
    const bool in_number = i >= 2 && i < text.size() && is_digit(text[i - 2]) && is_digit(text[i]);
    if (!in_number) begin = i;
  }
  return text.substr(begin);
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t length) {
  if (!is_letter(text[at])) return true;
  return (at == 0 || !is_letter(text[at - 1])) &&
         (at + length == text.size() || !is_letter(text[at + length]));
}

bool only_filler(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(1)) {
    if (text.starts_with("了")) {
      text.remove_prefix(2);
    } else if (text[0] != ' ' && text[0] != '*') {
      return false;
    }
  }
  return true;
}

}  // namespace

DirectionWord last_direction_word(std::string_view text) {
  const std::string_view clause = last_clause(text);
  DirectionWord last;
  std::size_t last_end = 0;
  for (const Known& known : known_words) {
    for (std::size_t at = clause.rfind(known.word); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : clause.rfind(known.word, at - 1)) {
      if (!stands_alone(clause, at, known.word.size())) continue;
      const std::size_t end = at + known.word.size();
      if (end > last_end) {
        last = {clause.substr(at, known.word.size()), known.direction,
                only_filler(clause.substr(end))};
        last_end = end;
      }
      break;
    }
  }
  return last;
}

}  // namespace gongkai
