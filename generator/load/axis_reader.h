#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// What a table, a line or a cell says of its figures; what is empty is left to the next wider one.
struct TypeWords {
  std::optional<FigureType> type;
  std::optional<std::string> unit;
  std::optional<int> digits;
  std::optional<bool> additive;
};

TypeWords read_type(MapReader& map);
void apply(const TypeWords& words, CellSpec& cell);

/// Reports an id that is no word of a form: reserved, or with other characters than a-z 0-9 _ -.
void check_id(const FileContext& context, MapReader& map, const std::string& id);

/// Reads the lines of one axis of a form, heads and leaves, in print order.
class AxisReader {
 public:
  /// `nested` is the key of the lines below a line: "columns" or "rows".
  AxisReader(const FileContext& context, std::string_view nested, const std::string& language)
      : context_(context), nested_(nested), language_(language) {}

  void read(const std::vector<const YamlNode*>& items) { read_lines(items, -1, 0); }
  /// Decides which lines have cells: the leaves, and with `heads` the heads that have an id.
  void choose_slots(bool heads);
  /// Reports the same id twice among the lines that have cells; `seen` may span several axes.
  void check_unique(std::map<std::string, Mark>& seen) const;
  /// Reports totals that have nothing to add up.
  void check_totals() const;

  Axis axis;
  std::vector<TypeWords> types;  ///< by line

 private:
  void read_lines(const std::vector<const YamlNode*>& items, int parent, int depth);
  void read_line(const YamlNode& node, int parent, int depth);

  const FileContext& context_;
  std::string_view nested_;
  const std::string& language_;
};

/// The lines that a head (-1: the whole axis) is the sum of: the leaves under it at any depth, heads
/// that may be filed unsplit standing for their children, totals left out.
std::vector<int> parts_of(const Axis& axis, int head);

/// The lines that a total is the sum of: the parts of its parent.
std::vector<int> summands(const Axis& axis, int total);

}  // namespace gongkai
