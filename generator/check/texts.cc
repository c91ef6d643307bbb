#include "check/texts.h"

#include "check/sections.h"
#include "check/wording.h"

namespace gongkai {

void check_texts(const Catalog& catalog, const NumberVocabularies& vocabularies,
                 const Report& report, Diagnostics& diagnostics) {
  check_sections(catalog.settings, report, diagnostics);
  check_wording(catalog.settings, report, diagnostics);
  check_text_numbers(catalog, vocabularies, report, diagnostics);
}

}  // namespace gongkai
