#pragma once

#include <optional>
#include <vector>

#include "model/report.h"
#include "texts/number_vocabulary.h"

namespace gongkai {

/// The values that the amounts of a vocabulary have in one report and in that of the year before,
/// as numbers of texts are read (money in 元). No value where a cell is not reported, or where its
/// series breaks.
class Amounts {
 public:
  using Amount = NumberVocabulary::Amount;

  /// `previous` may be null.
  Amounts(const NumberVocabulary& vocabulary, const Report& report, const Report* previous);

  std::optional<Decimal> now(Amount amount) const;
  std::optional<Decimal> before(Amount amount) const;
  bool has_previous() const { return previous_ != nullptr; }
  /// Whether two lines cross, and the amounts in which they do.
  bool meet(const NumberVocabulary::NamedLine& a, const NumberVocabulary::NamedLine& b) const;
  void add_common(const NumberVocabulary::NamedLine& a, const std::vector<std::uint32_t>& others,
                  std::vector<Amount>& common) const;

 private:
  const NumberVocabulary& vocabulary_;
  const Report& report_;
  const Report* previous_;
};

}  // namespace gongkai
