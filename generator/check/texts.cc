#include "check/texts.h"

#include "check/wording.h"

namespace gongkai {

void check_texts(const Catalog& catalog, const Report& report, Diagnostics& diagnostics) {
  check_wording(catalog.settings, report, diagnostics);
}

}  // namespace gongkai
