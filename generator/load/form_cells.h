#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/expression.h"
#include "load/reader.h"

namespace gongkai {

/// The cell at a full address; `sum(…)` takes the address of a head. no_cell for any other name.
CellIndex resolve_cell(const Form& form, const CellName& name);

/// Every address of a form, to suggest the nearest.
std::vector<std::string> all_addresses(const Form& form);

/// The words of `column of requests [a, b]` and the like, without brackets and commas.
std::vector<std::string> split_words(std::string_view text);

/// Says what is wrong with the expression in `node`, at its place inside the text; an unknown name
/// with the nearest of `known`.
void report_expression(const FileContext& context, const YamlNode& node,
                       const ExpressionError& error, const std::vector<std::string>& known);

}  // namespace gongkai
