#include "import/form_labels.h"

#include <algorithm>
#include <set>

#include "import/label_key.h"

namespace gongkai {
namespace {

template <typename Named>
std::set<std::string> names_of(const Named& line) {
  std::set<std::string> names;
  const auto add = [&](const std::string& label) {
    const std::string key = label_key(label);
    if (key.empty()) return;
    names.insert(key);
    if (const std::string words = without_numeral(key); !words.empty()) names.insert(words);
  };
  add(line.label);
  for (const std::string& alias : line.aliases) add(alias);
  return names;
}

}  // namespace

FormLabels::FormLabels(const Form& form) : form_(form) {
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const Table& table = form.tables[t];
    const int index = static_cast<int>(t);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      const bool holds = row.kind == Row::Kind::leaf || row.unsplit;
      for (const std::string& name : names_of(row)) {
        if (holds && !table.one_row) rows_.emplace(name, RowName{index, static_cast<int>(r)});
        if (row.kind != Row::Kind::leaf) ++printed_[name];
      }
    }
    for (std::size_t b = 0; b < table.blocks.size(); ++b) {
      const Block& block = table.blocks[b];
      BlockLabels& labels = blocks_[{index, static_cast<int>(b)}];
      for (std::size_t i = 0; i < block.columns.lines.size(); ++i) {
        const Line& line = block.columns.lines[i];
        for (const std::string& name : names_of(line)) {
          labels.names.push_back(name);
          if (line.leaf) {
            labels.leaves.emplace(name, static_cast<int>(i));
          } else {
            labels.groups.emplace(name, static_cast<int>(i));
          }
        }
      }
      std::ranges::sort(labels.names, [](const std::string& one, const std::string& other) {
        return one.size() != other.size() ? one.size() > other.size() : one < other;
      });
      labels.names.erase(std::unique(labels.names.begin(), labels.names.end()), labels.names.end());
      ++printed_[label_key(block.corner)];
      ++printed_[label_key(block.caption)];
      for (const std::string& name : labels.names) words_ += name + "\n";
    }
    ++printed_[label_key(table.caption)];
  }
  for (const auto& [name, count] : printed_) words_ += name + "\n";
  for (const auto& [name, row] : rows_) words_ += name + "\n";
}

RowName FormLabels::row_at_end(std::string_view key, std::size_t& length) const {
  RowName found;
  length = 0;
  for (const auto& [name, row] : rows_) {
    if (name.size() < length || !key.ends_with(name)) continue;
    if (name.size() > length) {
      found = row;
      length = name.size();
      continue;
    }
    // 其他 is the last row under （六）其他处理, and short for that head itself.
    if (found.row >= 0 && is_leaf(row) == is_leaf(found)) {
      found = {};
    } else if (is_leaf(row)) {
      found = row;
    }
  }
  return found;
}

bool FormLabels::is_leaf(const RowName& name) const {
  const Table& table = form_.tables[static_cast<std::size_t>(name.table)];
  return table.rows[static_cast<std::size_t>(name.row)].kind == Row::Kind::leaf;
}

std::vector<int> FormLabels::columns(int table, int block, const std::string& key) const {
  std::vector<int> lines;
  const auto [first, last] = blocks_.at({table, block}).leaves.equal_range(key);
  for (auto it = first; it != last; ++it) lines.push_back(it->second);
  return lines;
}

int FormLabels::group(int table, int block, const std::string& key) const {
  const BlockLabels& labels = blocks_.at({table, block});
  const auto found = labels.groups.find(key);
  return found == labels.groups.end() ? -1 : found->second;
}

const std::vector<std::string>& FormLabels::column_names(int table, int block) const {
  return blocks_.at({table, block}).names;
}

}  // namespace gongkai
