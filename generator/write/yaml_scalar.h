#pragma once

#include <string>

namespace gongkai {

/// A text as YAML writes it, as a key or inside brackets: plain where that reads back as the same
/// text, else in double quotes.
std::string yaml_scalar(const std::string& text);

}  // namespace gongkai
