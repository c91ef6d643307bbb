#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "narrative/narrative.h"

namespace gongkai {

/// What became of a destination: the address to print (not escaped), or what is wrong with it.
struct CheckedLink {
  std::optional<std::string> address;
  const Wording* mistake = nullptr;
  std::vector<std::string> arguments;
};

/// http, https and mailto pass, and so does `#…`; other schemes, `//host` and what hides a control
/// character or a backslash do not; everything else is asked of the resolver.
CheckedLink check_link(std::string_view destination, const LinkResolver& resolve);

/// Images come from the portal alone, from the folder of the text or the agency's folder above it.
CheckedLink check_image(std::string_view destination, const LinkResolver& resolve);

/// Where a bare http(s) address stands in `text`, from `begin` on. It ends before anything that is
/// no ASCII, so Chinese text may follow it at once, and before punctuation at its end.
struct BareAddress {
  std::size_t begin, length;
};
std::optional<BareAddress> find_bare_address(std::string_view text, std::size_t begin);

}  // namespace gongkai
