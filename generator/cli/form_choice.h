#pragma once

#include <string>

#include "cli/console.h"
#include "model/catalog.h"

namespace gongkai {

/// The form of an agency's report of a year. `asked` is the form that the command line names; where
/// it is empty, the agency's own last form or the one that continues it, else what agencies of its
/// kind use, else what the site uses, else the only one that is for that year. Null where it cannot
/// be told, which is said on the console: wrong use of the command.
const Form* choose_form(const Catalog& catalog, const Agency& agency, int year,
                        const std::string& asked, const Console& console);

}  // namespace gongkai
