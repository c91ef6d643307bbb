#pragma once

#include "load/reader.h"
#include "model/report.h"

namespace gongkai {

/// Reads `attachments:`; every file must exist in the report's folder and be of a published kind.
void read_attachments(const FileContext& context, const SiteFiles& site, MapReader& map,
                      Report& report);

/// Reads the narratives of a report, from report.md or from one file a section, and lists the
/// other files of its folder that a narrative may show or link to.
void read_narratives(const FileContext& context, const SiteFiles& site, Report& report);

}  // namespace gongkai
