#include "texts/number_sentence.h"

#include <algorithm>

#include "model/address.h"

namespace gongkai {
namespace {

// What stands far back in an endless sentence has no say any more, and costs nothing.
template <typename T>
void forget_beginning(std::vector<T>& list) {
  constexpr std::ptrdiff_t kept = 64;
  if (list.size() >= 2 * kept) list.erase(list.begin(), list.end() - kept);
}

}  // namespace

NumberSentence::NumberSentence(const NumberVocabulary& vocabulary, const Amounts& amounts, int year)
    : vocabulary_(vocabulary), amounts_(amounts), year_before_(std::to_string(year - 1)) {}

void NumberSentence::begin() {
  subjects_.clear();
  lines_.clear();
}

void NumberSentence::add(Subject subject) {
  forget_beginning(subjects_);
  subjects_.push_back(std::move(subject));
}

void NumberSentence::add_names(const std::vector<const Name*>& names) {
  forget_beginning(lines_);
  for (const Name* name : names) {
    lines_.insert(lines_.end(), name->lines.begin(), name->lines.end());
  }
}

std::vector<NumberSentence::Amount> NumberSentence::number_before(const NumberReading& reading) {
  if (!reading.after_number || subjects_.empty()) return {};
  Subject& last = subjects_.back();
  if (last.amounts.empty() && !last.placeholder.empty()) resolve(last);
  return last.amounts;
}

// A placeholder's address is looked up only where a number is compared with it.
void NumberSentence::resolve(Subject& subject) const {
  std::string_view inner = subject.placeholder.substr(2);
  inner = inner.substr(0, inner.find("}}"));
  const std::size_t first = inner.find_first_not_of(' ');
  if (inner.find('|') != std::string_view::npos || first == std::string_view::npos) return;
  inner = inner.substr(first, inner.find_last_not_of(' ') - first + 1);
  const CellIndex cell = resolve_address(vocabulary_.form(), inner).cell;
  if (cell != no_cell) subject.amounts.push_back(cell);
}

std::vector<NumberSentence::Amount> NumberSentence::about_whom(const NumberReading& reading) {
  if (reading.names.empty()) return number_before(reading);
  if (!reading.complete || reading.joint || !is_clear(reading.names)) return {};
  return named_amounts(reading.names);
}

bool NumberSentence::shares_table(const Name& name) const {
  return std::any_of(name.lines.begin(), name.lines.end(), [&](std::uint32_t line) {
    return std::any_of(lines_.begin(), lines_.end(), [&](std::uint32_t other) {
      return vocabulary_.line(other).table == vocabulary_.line(line).table;
    });
  });
}

bool NumberSentence::crosses_another(const Name& name,
                                     const std::vector<const Name*>& names) const {
  for (const Name* second : names) {
    if (second == &name) continue;
    for (const std::uint32_t a : name.lines) {
      for (const std::uint32_t b : second->lines) {
        if (amounts_.meet(vocabulary_.line(a), vocabulary_.line(b))) return true;
      }
    }
  }
  return false;
}

bool NumberSentence::is_clear(const std::vector<const Name*>& names) const {
  return std::any_of(names.begin(), names.end(), [&](const Name* name) {
    return !name->weak || shares_table(*name) || crosses_another(*name, names);
  });
}

std::vector<NumberSentence::Amount> NumberSentence::all_amounts(
    const std::vector<const Name*>& names) const {
  std::vector<Amount> all;
  for (const Name* name : names) {
    for (const std::uint32_t line : name->lines) {
      const auto& amounts = vocabulary_.line(line).amounts;
      all.insert(all.end(), amounts.begin(), amounts.end());
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<NumberSentence::Amount> NumberSentence::named_amounts(
    const std::vector<const Name*>& names) const {
  std::vector<Amount> common;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      for (const std::uint32_t line : names[i]->lines) {
        amounts_.add_common(vocabulary_.line(line), names[j]->lines, common);
      }
    }
  }
  if (!common.empty()) return common;
  const std::vector<std::uint32_t>& lines = names.front()->lines;
  for (const std::uint32_t line : lines) {
    const auto& main = vocabulary_.line(line).main;
    common.insert(common.end(), main.begin(), main.end());
  }
  for (std::size_t i = lines_.size(); i-- > 0 && common.empty();) {
    amounts_.add_common(vocabulary_.line(lines_[i]), lines, common);
  }
  return common.empty() ? beside_last_number(all_amounts({names.front()})) : common;
}

// 新收申请155件，其中自然人142件: a column by itself goes on in the row of the number before.
std::vector<NumberSentence::Amount> NumberSentence::beside_last_number(
    std::vector<Amount> amounts) const {
  if (subjects_.empty()) return amounts;
  const auto& cells = vocabulary_.form().cells;
  std::vector<Amount> beside;
  for (const Amount amount : amounts) {
    const CellSpec& here = cells[vocabulary_.cells(amount).front()];
    for (const Amount other : subjects_.back().amounts) {
      const CellSpec& last = cells[vocabulary_.cells(other).front()];
      const bool same_row =
          here.table == last.table && here.block == last.block && here.row_slot == last.row_slot;
      if (same_row && (beside.empty() || beside.back() != amount)) beside.push_back(amount);
    }
  }
  return beside.empty() ? amounts : beside;
}

bool NumberSentence::speaks_of_year_before(std::string_view sentence) const {
  const auto words = year_before_words();
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) {
                       return sentence.find(word) != std::string_view::npos;
                     }) ||
         sentence.find(year_before_) != std::string_view::npos;
}

}  // namespace gongkai
