#include "texts/number_sums.h"

#include "texts/number_match.h"

namespace gongkai {

NumberSums::NumberSums(const NumberVocabulary& vocabulary, const Amounts& amounts,
                       const NumberSentence& sentence)
    : vocabulary_(vocabulary), amounts_(amounts), sentence_(sentence) {}

// Asks about the figure of the last number, the sum of the last two, and so on, with the amount
// that was added last; numbers that are about no cell are passed over.
template <typename F>
bool NumberSums::any_sum_before(const F& fits_sum) const {
  Decimal sum;
  const auto& subjects = sentence_.subjects();
  for (std::size_t i = subjects.size(); i-- > 0;) {
    if (subjects[i].amounts.empty()) continue;
    const auto figure = amounts_.now(subjects[i].amounts.front());
    if (!figure) return false;
    sum += *figure;
    if (fits_sum(sum, subjects[i].amounts.front())) return true;
  }
  return false;
}

bool NumberSums::is_sum_before(const WrittenNumber& number) const {
  return any_sum_before([&](Decimal sum, Amount) { return fits(number, sum); });
}

bool NumberSums::fit_share_before(const WrittenNumber& number) const {
  return any_sum_before([&](Decimal sum, Amount last) {
    for (const CellIndex cell : vocabulary_.wholes(vocabulary_.cells(last).front())) {
      const auto whole = amounts_.now(cell);
      if (whole && !whole->is_zero() && fits_share(number, sum, *whole)) return true;
    }
    return false;
  });
}

bool NumberSums::fit_names(const WrittenNumber& number,
                           const std::vector<const NumberVocabulary::Name*>& names) const {
  Decimal sum;
  for (const NumberVocabulary::Name* name : names) {
    const auto& main = vocabulary_.line(name->lines.front()).main;
    const auto figure = main.empty() ? std::nullopt : amounts_.now(main.front());
    if (!figure) return false;
    sum += *figure;
  }
  return fits(number, sum);
}

std::vector<NumberSums::Amount> NumberSums::wholes_of(
    Amount part, const std::vector<const NumberVocabulary::Name*>& names) const {
  std::vector<Amount> list;
  for (const NumberVocabulary::Name* name : names) {
    for (const std::uint32_t line : name->lines) {
      const auto& main = vocabulary_.line(line).main;
      list.insert(list.end(), main.begin(), main.end());
    }
  }
  for (const CellIndex cell : vocabulary_.cells(part)) {
    const auto& usual = vocabulary_.wholes(cell);
    list.insert(list.end(), usual.begin(), usual.end());
  }
  for (const NumberSentence::Subject& subject : sentence_.subjects()) {
    list.insert(list.end(), subject.amounts.begin(), subject.amounts.end());
  }
  return list;
}

}  // namespace gongkai
