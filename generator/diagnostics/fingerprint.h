#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source_lines.h"

namespace gongkai {

/// By what runs tell messages apart, one for each message in their order: `9c1f…:1`, sixteen hex
/// digits and the number of its repetition. Two messages of one run never share one, and a line
/// inserted above changes none. It is made from
///   - the code and the cell, where the message speaks of a cell: the numbers do not matter;
///   - else the code, the file, what the message says, and what it speaks of;
///   - or the text of its line, where nothing says what it speaks of.
std::vector<std::string> fingerprints(const Diagnostics& diagnostics, SourceLines& sources);

}  // namespace gongkai
