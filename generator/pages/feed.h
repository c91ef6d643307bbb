#pragma once

#include <string>

#include "pages/context.h"

namespace gongkai {

/// Whether the portal has a feed: its entries are known by absolute addresses, and each has a day.
bool has_feed(const Library& library);

/// What was published and what was corrected, the newest first, at most feed_length of them, as Atom
/// (RFC 4287). Days stand at midnight UTC: the content knows days, not moments.
std::string make_feed(const PageContext& context);

inline constexpr std::size_t feed_length = 200;

}  // namespace gongkai
