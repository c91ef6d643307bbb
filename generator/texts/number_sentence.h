#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "texts/amounts.h"
#include "texts/number_reading.h"
#include "texts/number_vocabulary.h"

namespace gongkai {

/// What the scan of numbers knows of the sentence that it is in: the cells that it named and the
/// numbers that it gave so far.
class NumberSentence {
 public:
  using Amount = NumberVocabulary::Amount;
  using Name = NumberVocabulary::Name;

  /// A number of the sentence, and the amounts of which it may be the figure.
  struct Subject {
    std::vector<Amount> amounts;
    std::string_view placeholder;  ///< its text, where it is one
  };

  NumberSentence(const NumberVocabulary& vocabulary, const Amounts& amounts, int year);

  /// Begins a new sentence.
  void begin();
  /// To be called for every number of the sentence, in order.
  void add(Subject subject);
  void add_names(const std::vector<const Name*>& names);

  const std::vector<Subject>& subjects() const { return subjects_; }
  /// The amounts of the number right before this one; none where words stand between.
  std::vector<Amount> number_before(const NumberReading& reading);
  /// Whom a percentage or a change speaks of: the names right before it, else the number before it.
  std::vector<Amount> about_whom(const NumberReading& reading);

  /// One of the names is long enough to mean a cell, or others of its table stand around it.
  bool is_clear(const std::vector<const Name*>& names) const;
  /// Everything that one of the names can mean.
  std::vector<Amount> all_amounts(const std::vector<const Name*>& names) const;
  /// What the names mean together; else the nearest by itself; else with what the sentence named
  /// or counted before.
  std::vector<Amount> named_amounts(const std::vector<const Name*>& names) const;

  /// `sentence`, its words so far, compares with the year before.
  bool speaks_of_year_before(std::string_view sentence) const;

 private:
  bool crosses_another(const Name& name, const std::vector<const Name*>& names) const;
  bool shares_table(const Name& name) const;
  std::vector<Amount> beside_last_number(std::vector<Amount> amounts) const;
  void resolve(Subject& subject) const;

  const NumberVocabulary& vocabulary_;
  const Amounts& amounts_;
  std::string year_before_;
  std::vector<Subject> subjects_;
  std::vector<std::uint32_t> lines_;  // that were named so far
};

}  // namespace gongkai
