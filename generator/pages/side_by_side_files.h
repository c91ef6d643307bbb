#pragma once

#include <string>

#include "pages/context.h"

namespace gongkai {

/// A script that the page side by side reads, from a server or from the disc. Each calls
/// `gongkai_side_by_side.data("<name>", <data>)`:
///
///     compare/side-by-side/portal.js          which agencies, kinds and years there are, and the rows
///                                             of every form
///     compare/side-by-side/agencies/<id>.js   an agency's figures of every year, as printed
std::string make_side_by_side_file(const PageContext& context, const Route& route);

}  // namespace gongkai
