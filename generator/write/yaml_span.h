#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "load/yaml_tree.h"

namespace gongkai {

/// Where the values of a YAML text stand, in bytes.
class YamlSpans {
 public:
  /// `text` must outlive this, and be what the nodes were read from.
  explicit YamlSpans(std::string_view text);

  std::size_t begin(Mark mark) const;
  /// Past the last byte of a value; its beginning where the value is absent.
  std::size_t end(const YamlNode& node) const;
  /// Whether the value is written at all: `key:` alone has none.
  bool is_written(const YamlNode& node) const { return end(node) > begin(node.mark); }
  /// Past the line break of the line in which `offset` stands; the size of the text in the last one.
  std::size_t next_line(std::size_t offset) const;

 private:
  std::size_t end_of_quoted(std::size_t at) const;
  std::size_t end_of_brackets(std::size_t at) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;
};

}  // namespace gongkai
