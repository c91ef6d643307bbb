#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gongkai {

/// The known name nearest to `word`, when it is near enough to be what was meant: at most a third
/// of its characters (at least one) added, left out, changed or swapped with a neighbour.
/// Characters are Unicode code points, so one Chinese character is one step.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

}  // namespace gongkai
