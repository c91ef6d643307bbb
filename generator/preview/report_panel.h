#pragma once

#include <string>

#include "check/check.h"
#include "preview/messages.h"

namespace gongkai {

/// What the panel beside the page of a report shows, as JSON:
///
///     {title, place, notices: [text], messages: as MessageWriter::list(),
///      rules: [{text, outcome, name, numbers, year}],
///      cells: {"<address>": {label, value, origin, place, rules: [index]}}}
///
/// `messages` are those of all files in the report's folder. A cell of the page bears its address as
/// its id.
std::string report_panel(const Catalog& catalog, const CheckResult& checks, const Report& report,
                         const Diagnostics& diagnostics, Language language,
                         MessageWriter& writer);

}  // namespace gongkai
