#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// From how many messages on one cause is said once, with a list of its places.
inline constexpr std::size_t shared_cause = 6;

/// Messages that say the same, word for word, each at a place of its own. The first is printed in
/// full and stands where it would stand alone; the others are listed below it.
struct MessageGroup {
  const Diagnostic* first;
  std::vector<const Diagnostic*> others;
};

/// Puts messages together that say the same in at least `shared_cause` files: what repeats inside
/// one file stays apart. The groups keep the order of the messages and refer to them.
std::vector<MessageGroup> grouped(const Diagnostics& diagnostics);

}  // namespace gongkai
