#pragma once

#include <optional>
#include <string>

#include "load/yaml_tree.h"

namespace gongkai {

/// What became of one reading of a file.
struct Reading {
  std::optional<YamlNode> root;
  Diagnostics diagnostics;
  /// A mistake of syntax, which ends the reading: where, and in whose words.
  const Wording* syntax = nullptr;
  Mark mark;
  std::string detail;
};

/// Reads a file once with yaml-cpp, which is seen nowhere else. What is refused but can be read over
/// stands in the reading's diagnostics; a mistake of syntax is told apart, for it may be mended.
Reading read_once(const SourceText& source);

}  // namespace gongkai
