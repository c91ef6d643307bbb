#include "texts/texts.h"

#include "texts/identity_number.h"
#include "texts/mobile_number.h"
#include "texts/other_basis.h"
#include "texts/other_year.h"
#include "texts/sections.h"
#include "texts/wording.h"

namespace gongkai {

void check_texts(const Catalog& catalog, const NumberVocabularies& vocabularies,
                 const Report& report, Diagnostics& diagnostics) {
  check_sections(catalog.settings, report, diagnostics);
  check_other_year(catalog.settings, report, diagnostics);
  check_other_basis(catalog, report, diagnostics);
  check_identity_numbers(catalog.settings, report, diagnostics);
  check_mobile_numbers(catalog.settings, report, diagnostics);
  check_wording(catalog.settings, report, diagnostics);
  check_text_numbers(catalog, vocabularies, report, diagnostics);
}

}  // namespace gongkai
