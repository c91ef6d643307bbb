#pragma once

#include "cli/command.h"
#include "preview/live_site.h"

namespace gongkai {

/// Reads a site for a preview: drafts and failing reports are shown, as
/// `build --drafts --allow-failing` would publish them.
LiveSite::Reader preview_reader(const SiteArguments& arguments);

}  // namespace gongkai
