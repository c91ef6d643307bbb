#pragma once

#include <string>

#include "diagnostics/source_lines.h"
#include "preview/live_site.h"
#include "preview/respond.h"

namespace gongkai {

/// What a preview server answers from: a site as it stands, which must outlive it.
///
/// `language` is used as long as the site's own is not known. `editor_folder` is the site's folder
/// where browser and files are on one computer, so that links can open an editor; else it is empty.
PreviewSource preview_source(LiveSite& live, SourceReader reader, Language language,
                             std::string editor_folder);

}  // namespace gongkai
