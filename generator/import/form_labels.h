#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace gongkai {

/// A row of a form by the indices of its table and in Table::rows.
struct RowName {
  int table = -1, row = -1;
  auto operator<=>(const RowName&) const = default;
};

/// The labels of a form's rows and columns, as keys (import/label_key.h).
class FormLabels {
 public:
  explicit FormLabels(const Form& form);

  /// The row with the longest name that the key ends with; `length` is that of the name. A name
  /// that several rows bear goes to the one that holds figures; where that is not settled, to none.
  RowName row_at_end(std::string_view key, std::size_t& length) const;

  /// Whether it is no head.
  bool is_leaf(const RowName& name) const;

  /// All names of rows that hold figures, with their rows.
  const std::multimap<std::string, RowName>& rows() const { return rows_; }

  /// The leaf columns (line indices) of a block that bear this name.
  std::vector<int> columns(int table, int block, const std::string& key) const;
  /// Whether it is the name of a head over columns; its line, else -1.
  int group(int table, int block, const std::string& key) const;
  /// The names of a block's columns, heads among them, the longest first.
  const std::vector<std::string>& column_names(int table, int block) const;
  /// Whether the form prints this somewhere: a caption, a corner, a head of rows.
  bool is_printed(const std::string& key) const { return printed_.count(key) != 0; }
  /// Whether it is a label of the form, or a piece of one that was broken over lines.
  bool is_part_of_a_label(const std::string& key) const {
    return !key.empty() && words_.find(key) != std::string::npos;
  }

 private:
  struct BlockLabels {
    std::multimap<std::string, int> leaves;
    std::map<std::string, int> groups;
    std::vector<std::string> names;
  };

  std::multimap<std::string, RowName> rows_;
  std::map<std::pair<int, int>, BlockLabels> blocks_;
  std::map<std::string, int> printed_;
  std::string words_;  ///< all labels, one a line
  const Form& form_;
};

}  // namespace gongkai
