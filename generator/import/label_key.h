#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A label reduced to its words and numerals, so that what offices print meets what the form prints:
/// folded (model/folding.h) and without any punctuation. `1 ．属于国家秘密` and `1.属于国家秘密` are
/// `1属于国家秘密`; （七）总 计 is 七总计.
std::string label_key(std::string_view printed);

/// The same without a numeral at its beginning: 七总计 is 总计, 1属于国家秘密 is 属于国家秘密.
std::string without_numeral(const std::string& key);

/// Characters (code points) of a key.
std::size_t characters(std::string_view key);

/// The text with blanks for ends of lines and tabs.
std::string one_line(const std::string& text);

}  // namespace gongkai
