#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "pages/contract.h"
#include "pages/view.h"
#include "theme/template.h"

namespace gongkai {

/// Adds an error for every name in an expanded template that `names` does not offer at its place
/// (an inner section sees the names of the outer ones), and for every name that is to be printed
/// but holds other names. `page_kind` is said in the message.
void lint_template(const std::vector<TemplateNode>& nodes, const std::vector<Name>& names,
                   std::string_view page_kind, Diagnostics& diagnostics);

/// Where a view does not keep its contract, in words for developers: a name that is not set, or
/// one that the contract does not know. A name that holds others may be `false`.
std::vector<std::string> contract_breaches(const std::vector<Name>& names, const View& view);

}  // namespace gongkai
