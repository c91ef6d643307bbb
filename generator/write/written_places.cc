#include "write/written_places.h"

#include <algorithm>

#include "model/address.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool names_rows(const Table& table, const YamlNode& map, int head) {
  return std::ranges::any_of(map.entries, [&](const YamlNode::Entry& entry) {
    return resolve_row(table, entry.key, head).index >= 0;
  });
}

}  // namespace

WrittenPlaces::WrittenPlaces(const Table& table, const YamlNode& written, const YamlSpans& spans)
    : table_(table), spans_(spans) {
  if (written.is_map()) {
    find_rows(written, -1);
  } else if (written.is_list()) {
    own(written);
  }
}

const WrittenPlaces::Place* WrittenPlaces::row(int index) const {
  const auto found = places_.find(index);
  return found == places_.end() ? nullptr : &found->second;
}

int WrittenPlaces::head_above(int row) const {
  for (int head = table_.rows[at(row)].parent; head >= 0; head = table_.rows[at(head)].parent) {
    if (places_.count(head)) return head;
  }
  return -1;
}

const WrittenPlaces::Value* WrittenPlaces::value_at(Mark mark) const {
  const auto found = values_.find(mark);
  return found == values_.end() ? nullptr : &found->second;
}

// Every row that has an entry of its own, and which values stand for one cell alone.
void WrittenPlaces::find_rows(const YamlNode& map, int within) {
  for (const YamlNode::Entry& entry : map.entries) {
    if (entry.key == "columns" || (entry.key == "rest" && within < 0)) continue;
    const int index = resolve_row(table_, entry.key, within).index;
    if (index < 0) {
      own(entry.value);  // a column of a table without rows
      continue;
    }
    const bool nested = table_.rows[at(index)].kind != Row::Kind::leaf && entry.value.is_map() &&
                        !entry.value.find("value") && names_rows(table_, entry.value, index);
    if (nested) {
      find_rows(entry.value, index);
      continue;
    }
    places_[index] = {&map, &entry};
    if (!entry.value.is_null() || spans_.is_written(entry.value)) own(entry.value);
  }
}

// Remembers the nodes from which single cells are read, by their marks.
void WrittenPlaces::own(const YamlNode& node) {
  if (node.is_scalar() || node.is_null()) {
    values_[node.mark] = {&node, &node};
  } else if (const YamlNode* value = node.find("value")) {
    values_[value->mark] = {value, &node};
  } else {
    for (const YamlNode& item : node.items) own(item);
    for (const YamlNode::Entry& entry : node.entries) own(entry.value);
  }
}

}  // namespace gongkai
