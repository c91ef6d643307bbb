#include "import/table_header.h"

#include <algorithm>
#include <map>
#include <set>

#include "import/label_key.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A label of the head with its place: cells in reading order.
struct Label {
  const PrintedCell* cell = nullptr;
  std::size_t row = 0;
};

class HeaderMatcher {
 public:
  HeaderMatcher(const Form& form, const FormLabels& labels, int table, int block,
                const std::vector<const PrintedRow*>& rows)
      : labels_(labels),
        table_(table),
        block_(block),
        axis_(form.tables[at(table)].blocks[at(block)].columns),
        rows_(rows) {}

  HeaderMatch match() {
    HeaderMatch match;
    const int grid = rows_.empty() ? PrintedRow::line_of_text : rows_.back()->table;
    if (grid != PrintedRow::line_of_text && by_place(grid, match)) return match;
    by_order(match);
    return match;
  }

 private:
  // In a grid: every leaf under its own heads, at a place of its own.
  bool by_place(int grid, HeaderMatch& match) const {
    std::vector<Label> cells;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i]->table != grid) continue;
      for (const PrintedCell& cell : rows_[i]->cells) {
        if (cell.look == CellLook::text) cells.push_back({&cell, i});
      }
    }
    std::map<int, Label> places;  // by leaf; a head that is printed twice counts where it stands last
    std::vector<Label> unknown;
    for (const Label& label : cells) {
      const std::vector<int> lines = labels_.columns(table_, block_, label.cell->key);
      int leaf = -1;
      for (const int line : lines) {
        if (lines.size() == 1 || heads_stand_above(line, label, cells)) leaf = line;
      }
      if (leaf >= 0) {
        places[leaf] = label;
      } else if (lines.empty() && labels_.group(table_, block_, label.cell->key) < 0) {
        unknown.push_back(label);
      }
    }
    if (places.size() != axis_.leaves.size()) return false;
    std::set<std::size_t> starts;
    std::size_t first = SIZE_MAX, lowest = 0;
    for (const auto& [leaf, label] : places) {
      starts.insert(label.cell->column);
      first = std::min(first, label.cell->column);
      lowest = std::max(lowest, label.row);
      match.header.columns.push_back({leaf, label.cell->column, label.cell->columns});
    }
    if (starts.size() != places.size()) {
      match.header.columns.clear();
      return false;
    }
    for (const Label& label : unknown) {
      // Right of the first column stands no label of a row.
      const bool new_place = label.cell->column > first && starts.insert(label.cell->column).second;
      if (new_place) match.header.columns.push_back({-1, label.cell->column, label.cell->columns});
    }
    std::ranges::sort(match.header.columns, {}, &HeaderColumn::column);
    match.header.table = grid;
    match.found = places.size();
    return true;
  }

  // Leaves of the same label are told apart by the heads above them.
  bool heads_stand_above(int line, const Label& label, const std::vector<Label>& cells) const {
    for (int head = axis_.lines[at(line)].parent; head >= 0; head = axis_.lines[at(head)].parent) {
      const bool found = std::ranges::any_of(cells, [&](const Label& other) {
        return other.row < label.row && other.cell->column <= label.cell->column &&
               other.cell->column + other.cell->columns > label.cell->column &&
               labels_.group(table_, block_, other.cell->key) == head;
      });
      if (!found) return false;
    }
    return true;
  }

  void by_order(HeaderMatch& match) const {
    std::vector<std::string> rows, whole(1);
    for (const PrintedRow* row : rows_) {
      std::string& text = rows.emplace_back();
      for (const PrintedCell& cell : row->cells) text += cell.key;
      whole[0] += text;
    }
    std::vector<int> best;
    bool on_one_line = false;
    // Labels broken over lines: one behind the other, or each column going on in the next line.
    for (const std::string& text : {whole[0], down_the_columns()}) {
      const std::vector<int> found = leaves_in(text);
      if (found.size() > best.size()) best = found;
    }
    for (const std::string& text : rows) {
      const std::vector<int> found = leaves_in(text);
      if (found.size() == axis_.leaves.size()) {
        best = found;
        on_one_line = true;
      }
    }
    match.found = best.size();
    if (best.size() != axis_.leaves.size()) {
      // A label that several columns share is missing as often as it is missing.
      std::vector<int> left = best;
      for (const int leaf : axis_.leaves) {
        const auto found = std::ranges::find(left, leaf);
        if (found == left.end()) {
          match.missing.push_back(axis_.lines[at(leaf)].label);
        } else {
          left.erase(found);
        }
      }
      return;
    }
    if (!on_one_line && best != axis_.leaves && best != by_depth()) {
      match.order_unknown = true;
      return;
    }
    const std::vector<int>& order = on_one_line ? best : axis_.leaves;
    for (const int leaf : order) match.header.columns.push_back({leaf, 0, 1});
  }

  std::vector<int> by_depth() const {
    std::vector<int> leaves = axis_.leaves;
    std::ranges::stable_sort(leaves, {}, [&](int leaf) { return axis_.lines[at(leaf)].depth; });
    return leaves;
  }

  std::string down_the_columns() const {
    std::string text;
    for (std::size_t i = 0; i < rows_.size();) {
      std::size_t end = i + 1;
      while (end < rows_.size() && rows_[end]->cells.size() == rows_[i]->cells.size()) ++end;
      for (std::size_t column = 0; column < rows_[i]->cells.size(); ++column) {
        for (std::size_t row = i; row < end; ++row) text += rows_[row]->cells[column].key;
      }
      i = end;
    }
    return text;
  }

  // The leaf labels in a text, in its order. Labels that several leaves share go to these in turn;
  // a head that comes again (a page that ends in between) begins anew.
  std::vector<int> leaves_in(const std::string& text) const {
    std::vector<int> found;
    std::map<std::string, std::size_t> uses;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t length = 0;
      for (const std::string& name : labels_.column_names(table_, block_)) {
        if (text.compare(i, name.size(), name) != 0) continue;
        length = name.size();
        const std::vector<int> lines = labels_.columns(table_, block_, name);
        if (!lines.empty()) {
          if (found.size() == axis_.leaves.size()) {
            found.clear();
            uses.clear();
          }
          const std::size_t use = uses[name]++;
          if (use < lines.size()) found.push_back(lines[use]);
        }
        break;
      }
      i += length > 0 ? length : 1;
    }
    return found;
  }

  const FormLabels& labels_;
  int table_, block_;
  const Axis& axis_;
  const std::vector<const PrintedRow*>& rows_;
};

}  // namespace

HeaderMatch match_header(const Form& form, const FormLabels& labels, int table, int block,
                         const std::vector<const PrintedRow*>& rows) {
  return HeaderMatcher(form, labels, table, block, rows).match();
}

}  // namespace gongkai
