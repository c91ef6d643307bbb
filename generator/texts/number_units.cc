#include "texts/number_units.h"

#include <array>

namespace gongkai {
namespace {

struct UnitWord {
  std::string_view word;
  NumberUnit unit;
  std::int64_t factor;
};
// Longer words before those that they begin with.
constexpr std::array unit_words = {
    UnitWord{"个百分点", NumberUnit::other, 1}, UnitWord{"个工作日", NumberUnit::other, 1},
    UnitWord{"个月", NumberUnit::other, 1},     UnitWord{"件次", NumberUnit::other, 1},
    UnitWord{"万元", NumberUnit::money, 10'000}, UnitWord{"亿元", NumberUnit::money, 100'000'000},
    UnitWord{"元", NumberUnit::money, 1},       UnitWord{"件", NumberUnit::count, 1},
    UnitWord{"个", NumberUnit::count, 1},       UnitWord{"份", NumberUnit::count, 1},
    UnitWord{"项", NumberUnit::count, 1},       UnitWord{"宗", NumberUnit::count, 1},
    UnitWord{"起", NumberUnit::count, 1},       UnitWord{"部", NumberUnit::count, 1},
    UnitWord{"例", NumberUnit::count, 1},       UnitWord{"%", NumberUnit::percent, 1},
    UnitWord{"％", NumberUnit::percent, 1},     UnitWord{"条", NumberUnit::other, 1},
    UnitWord{"次", NumberUnit::other, 1},       UnitWord{"人", NumberUnit::other, 1},
    UnitWord{"场", NumberUnit::other, 1},       UnitWord{"期", NumberUnit::other, 1},
    UnitWord{"篇", NumberUnit::other, 1},       UnitWord{"家", NumberUnit::other, 1},
    UnitWord{"名", NumberUnit::other, 1},       UnitWord{"户", NumberUnit::other, 1},
    UnitWord{"天", NumberUnit::other, 1},       UnitWord{"类", NumberUnit::other, 1},
    UnitWord{"批", NumberUnit::other, 1},       UnitWord{"轮", NumberUnit::other, 1},
    UnitWord{"村", NumberUnit::other, 1},       UnitWord{"块", NumberUnit::other, 1},
};
constexpr std::array english_units = {
    UnitWord{"percent", NumberUnit::percent, 1},    UnitWord{"per cent", NumberUnit::percent, 1},
    UnitWord{"requests", NumberUnit::count, 1},     UnitWord{"request", NumberUnit::count, 1},
    UnitWord{"appeals", NumberUnit::count, 1},      UnitWord{"appeal", NumberUnit::count, 1},
    UnitWord{"applications", NumberUnit::count, 1}, UnitWord{"application", NumberUnit::count, 1},
    UnitWord{"cases", NumberUnit::count, 1},        UnitWord{"case", NumberUnit::count, 1},
    UnitWord{"documents", NumberUnit::count, 1},    UnitWord{"days", NumberUnit::other, 1},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

UnitAfterNumber unit_after(std::string_view text) {
  std::size_t blanks = 0;
  while (blanks < text.size() && text[blanks] == ' ') ++blanks;
  const std::string_view rest = text.substr(blanks);
  if (rest.empty()) return {};
  const auto find = [&](const auto& words) -> UnitAfterNumber {
    for (const UnitWord& known : words) {
      if (rest[0] != known.word[0] || !rest.starts_with(known.word)) continue;
      const std::size_t end = known.word.size();
      if (is_letter(rest[0]) && end < rest.size() && is_letter(rest[end])) continue;
      return {known.unit, known.factor, blanks + end};
    }
    return {};
  };
  return is_letter(rest[0]) ? find(english_units) : find(unit_words);
}

}  // namespace gongkai
