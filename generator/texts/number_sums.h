#pragma once

#include <vector>

#include "texts/amounts.h"
#include "texts/number_sentence.h"
#include "texts/written_number.h"

namespace gongkai {

/// What follows from several amounts that a sentence names: their sums, and shares in a whole. It
/// refers to all three.
class NumberSums {
 public:
  using Amount = NumberVocabulary::Amount;

  NumberSums(const NumberVocabulary& vocabulary, const Amounts& amounts,
             const NumberSentence& sentence);

  /// The number is the sum of the sentence's last numbers: …，合计1519件.
  bool is_sum_before(const WrittenNumber& number) const;
  /// The percentage is the share of such a sum: 合计占办结数的55.9%.
  bool fit_share_before(const WrittenNumber& number) const;
  /// The number is the sum of what all the names mean: 予以公开和部分公开1519件.
  bool fit_names(const WrittenNumber& number,
                 const std::vector<const NumberVocabulary::Name*>& names) const;
  /// Of what an amount may be said to be a part: what `names` mean, what its table says, and what
  /// the sentence gave before.
  std::vector<Amount> wholes_of(Amount part,
                                const std::vector<const NumberVocabulary::Name*>& names) const;

 private:
  template <typename F>
  bool any_sum_before(const F& fits_sum) const;

  const NumberVocabulary& vocabulary_;
  const Amounts& amounts_;
  const NumberSentence& sentence_;
};

}  // namespace gongkai
