#include "texts/amounts.h"

#include <algorithm>
#include <iterator>

#include "model/catalog.h"
#include "texts/number_match.h"

namespace gongkai {

Amounts::Amounts(const NumberVocabulary& vocabulary, const Report& report, const Report* previous)
    : vocabulary_(vocabulary), report_(report), previous_(previous) {}

std::optional<Decimal> Amounts::now(Amount amount) const {
  Decimal sum;
  for (const CellIndex cell : vocabulary_.cells(amount)) {
    const Figure& figure = report_.figure(cell);
    if (!figure.is_number()) return {};
    sum += in_text_unit(figure.value(), vocabulary_.form().cells[cell]);
  }
  return sum;
}

std::optional<Decimal> Amounts::before(Amount amount) const {
  if (!previous_) return {};
  Decimal sum;
  for (const CellIndex cell : vocabulary_.cells(amount)) {
    const CellIndex earlier = continued_cell(*report_.form, cell, *previous_->form);
    if (earlier == no_cell || !previous_->figure(earlier).is_number()) return {};
    sum += in_text_unit(previous_->figure(earlier).value(), vocabulary_.form().cells[cell]);
  }
  return sum;
}

void Amounts::add_common(const NumberVocabulary::NamedLine& a,
                         const std::vector<std::uint32_t>& others,
                         std::vector<Amount>& common) const {
  for (const std::uint32_t index : others) {
    const NumberVocabulary::NamedLine& b = vocabulary_.line(index);
    if (&a == &b || a.table != b.table) continue;
    std::set_intersection(a.amounts.begin(), a.amounts.end(), b.amounts.begin(), b.amounts.end(),
                          std::back_inserter(common));
  }
}

bool Amounts::meet(const NumberVocabulary::NamedLine& a,
                   const NumberVocabulary::NamedLine& b) const {
  if (&a == &b || a.table != b.table) return false;
  for (const Amount amount : a.amounts) {
    if (std::binary_search(b.amounts.begin(), b.amounts.end(), amount)) return true;
  }
  return false;
}

}  // namespace gongkai
