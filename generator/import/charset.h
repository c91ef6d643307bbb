#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// Bytes of a text as UTF-8: UTF-8 and UTF-16 with their marks, else valid UTF-8 as it is, else the
/// encoding of Chinese offices (GB18030, of which GBK and GB2312 are parts). Line ends become `\n`.
/// Throws Unreadable where the bytes are none of these.
std::string to_utf8_text(std::string_view bytes);

}  // namespace gongkai
