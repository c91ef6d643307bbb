#pragma once

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Holds what site.yaml names against the forms of the site: rules and sections must be those of
/// some form (or checks of the program), indicators must have their cells in some form.
void check_settings(const Settings& settings, const SharedList<Form>& forms,
                    Diagnostics& diagnostics);

}  // namespace gongkai
