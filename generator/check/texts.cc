#include "check/texts.h"

#include "check/identity_number.h"
#include "check/mobile_number.h"
#include "check/other_basis.h"
#include "check/other_year.h"
#include "check/sections.h"
#include "check/wording.h"

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
