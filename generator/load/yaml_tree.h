#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/source_text.h"

namespace gongkai {

/// A value of a YAML file as it was written. Scalars stay text; the schema converts them.
struct YamlNode {
  enum class Kind { null, scalar, list, map };
  struct Entry;

  Kind kind = Kind::null;
  std::string text;     ///< of a scalar
  bool quoted = false;  ///< in quotes or as a block: never a number by accident
  bool flow = false;    ///< a list or map in brackets
  Mark mark;            ///< of a value that is absent after its key: the key's
  std::vector<YamlNode> items;  ///< of a list
  std::vector<Entry> entries;   ///< of a map, as written

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
  std::string key;
  Mark mark;
  YamlNode value;
};

/// Parses one document. Everything that could surprise an author is refused with its place:
/// anchors, aliases, tags, merge keys, a second document, keys that are not plain text, repeated
/// keys, nesting over 32 levels. An empty document is a null node.
///
/// After a mistake that has one likely meaning (a full-width colon, a list that is not closed) the
/// rest is read as it was meant, so that one run finds all mistakes of a file: then there is a tree
/// and an error in `diagnostics`, and nothing of that file may be used but its further errors.
/// Returns nothing where the syntax cannot be followed.
std::optional<YamlNode> parse_yaml(const SourceText& source, Diagnostics& diagnostics);

}  // namespace gongkai
