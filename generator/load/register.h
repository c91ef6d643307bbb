#pragma once

#include <set>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// Checks what agencies say of each other once all of them are known: parents and predecessors
/// that exist, nobody its own ancestor. `broken` are the ids of agencies whose own file has errors;
/// nobody is blamed for naming one of them.
void check_register(const SharedList<Agency>& agencies, const std::vector<std::string>& broken,
                    Diagnostics& diagnostics);

/// The ids of all agencies that are their own ancestors.
std::set<std::string> agencies_in_cycles(const SharedList<Agency>& agencies);

}  // namespace gongkai
