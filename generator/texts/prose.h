#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A Markdown source with everything that is not the author's own sentences blanked out, byte by
/// byte, so that offsets stay those of the source. Marks of emphasis and the destinations of links
/// become blanks, through which a sentence goes on; code, images, HTML tags and comments, and bare
/// addresses become `no_prose`, at which it stops. Placeholders `{{…}}` stay as they are.
std::string prose_of(std::string_view markdown);

inline constexpr char no_prose = '\x01';

}  // namespace gongkai
