#pragma once

#include <optional>
#include <string_view>

#include "load/yaml_tree.h"

namespace gongkai {

/// Reads YAML as most report.yaml are written, sixty times as fast as the library: maps and lists
/// in blocks, maps and lists in brackets on one line, texts of one line. Whatever is not plain is
/// declined by returning nothing, mistakes above all: then the library reads the file, and it alone
/// says what is wrong. What is not declined has the library's values, kinds and marks, to the byte;
/// a fuzzer holds the two against each other (tests/fuzz/).
std::optional<YamlNode> read_plain_yaml(std::string_view text);

}  // namespace gongkai
