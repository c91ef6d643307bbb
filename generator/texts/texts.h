#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"
#include "texts/text_numbers.h"

namespace gongkai {

/// Looks through the narratives of one report, each scan in a file of its own. What is found is a
/// hint or a warning at its line and column, but for what must not be published unseen.
void check_texts(const Catalog& catalog, const NumberVocabularies& vocabularies,
                 const Report& report, Diagnostics& diagnostics);

}  // namespace gongkai
