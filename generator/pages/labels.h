#pragma once

#include <string>

#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// The page labels of Chinese government sites, as a list of {name, content} in the order that
/// inspection expects: none is empty, none comes twice. False where the site sets none.
View make_labels(const PageContext& context, const Route& route, const std::string& title,
                 const std::string& description);

}  // namespace gongkai
