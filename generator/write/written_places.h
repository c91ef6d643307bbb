#pragma once

#include <map>

#include "load/yaml_tree.h"
#include "model/form.h"
#include "write/yaml_span.h"

namespace gongkai {

/// Where the rows of a table and the figures of its cells are written in a report.yaml. It points
/// into the table and the nodes, which must outlive it.
class WrittenPlaces {
 public:
  /// Where a row, or the head above it, is written.
  struct Place {
    const YamlNode* map;
    const YamlNode::Entry* entry;
  };
  /// Where the figure of one cell is written.
  struct Value {
    const YamlNode* value;
    const YamlNode* whole;  ///< the map around a value with a note or a unit
  };

  /// `written` is what stands behind the table's name.
  WrittenPlaces(const Table& table, const YamlNode& written, const YamlSpans& spans);

  /// Null where the row has no entry of its own.
  const Place* row(int index) const;
  /// The nearest head above a row that has an entry; -1 where none has.
  int head_above(int row) const;
  /// Null where none of the table's single values stands at `mark`.
  const Value* value_at(Mark mark) const;

 private:
  void find_rows(const YamlNode& map, int within);
  void own(const YamlNode& node);

  const Table& table_;
  const YamlSpans& spans_;
  std::map<int, Place> places_;
  std::map<Mark, Value> values_;
};

}  // namespace gongkai
