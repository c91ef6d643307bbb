#pragma once

#include <optional>

#include "load/reader.h"
#include "model/figure.h"
#include "model/form.h"

namespace gongkai {

/// Reads what a cell holds, by the type that the form gives it: a figure, not reported (empty or
/// `~`), not applicable (`不适用`, `N/A`), `<1` days. A mistake is reported with the character or
/// digit that is wrong and read as nothing.
std::optional<Figure> read_figure(const FileContext& context, const YamlNode& node,
                                  const CellSpec& cell);

/// Whether the text is what people print for a blank or for zero: `/`, `-`, `—`.
bool is_blank_mark(std::string_view text);

/// Whether the text is a printed "not applicable".
bool is_not_applicable(std::string_view text);

}  // namespace gongkai
