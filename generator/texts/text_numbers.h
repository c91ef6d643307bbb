#pragma once

#include <map>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"
#include "texts/number_vocabulary.h"

namespace gongkai {

/// The vocabularies of a catalog's forms, made once and then shared by all threads. Empty where
/// site.yaml switches the check `text_numbers` off.
class NumberVocabularies {
 public:
  explicit NumberVocabularies(const Catalog& catalog);
  /// Null where nothing is to be looked at.
  const NumberVocabulary* of(const Form& form) const;

 private:
  std::map<const Form*, NumberVocabulary> by_form_;
};

/// Hints at the numbers of a report's narratives that name a cell of its tables and do not agree
/// with it, each at its line and column.
void check_text_numbers(const Catalog& catalog, const NumberVocabularies& vocabularies,
                        const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
