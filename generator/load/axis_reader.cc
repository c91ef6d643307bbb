#include "load/axis_reader.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

const std::map<std::string, FigureType, std::less<>> type_words = {
    {"count", FigureType::count},     {"signed", FigureType::signed_count},
    {"decimal", FigureType::decimal}, {"money", FigureType::money},
    {"days", FigureType::days},       {"percent", FigureType::percent},
    {"text", FigureType::text}};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Words that report.yaml or rules use themselves.
bool is_reserved(std::string_view id) {
  constexpr std::array words = {"columns", "rest", "value", "note", "unit", "previous", "sum"};
  return std::find(words.begin(), words.end(), id) != words.end();
}

bool is_form_id(std::string_view id) {
  return !id.empty() && id[0] >= 'a' && id[0] <= 'z' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

}  // namespace

TypeWords read_type(MapReader& map) {
  TypeWords words;
  std::vector<std::string> known;
  for (const auto& [word, type] : type_words) known.push_back(word);
  const std::string word = map.word_or("type", known, "");
  if (!word.empty()) words.type = type_words.find(word)->second;
  words.unit = map.text("unit");
  words.digits = map.integer("digits", 0, Decimal::max_places);
  if (map.get("additive")) words.additive = map.boolean_or("additive", true);
  return words;
}

void apply(const TypeWords& words, CellSpec& cell) {
  if (words.type) cell.type = *words.type;
  if (words.unit) cell.unit = *words.unit;
  if (words.digits) cell.digits = *words.digits;
  if (words.additive) cell.additive = *words.additive;
}

void check_id(const FileContext& context, MapReader& map, const std::string& id) {
  if (id.empty()) return;
  const Position position = context.at(*map.get("id"));
  if (is_reserved(id)) {
    context.error(codes::reserved_id, position, {id});
  } else if (!is_form_id(id)) {
    context.error(codes::invalid_value, position, {id, "a-z 0-9 _ -"});
  }
}

void AxisReader::read_lines(const std::vector<const YamlNode*>& items, int parent,
                            int depth) {
  for (const YamlNode* item : items) read_line(*item, parent, depth);
}

void AxisReader::read_line(const YamlNode& node, int parent, int depth) {
  MapReader map(context_, node);
  Line line;
  line.mark = node.mark;
  line.parent = parent;
  line.depth = depth;
  line.id = map.text_or("id", "");
  check_id(context_, map, line.id);
  map.require("label");
  line.label = map.localized_or("label", language_, "");
  line.own_number = map.text_or("number", "");
  line.number = (parent >= 0 ? axis.lines[at(parent)].number : "") + line.own_number;
  if (line.own_number.empty()) line.number.clear();
  line.aliases = map.texts("aliases");
  line.help = map.localized_or("help", language_, "");
  line.total = map.boolean_or("total", false);
  line.unsplit = !map.word_or("unsplit", {"warning"}, "").empty();
  types.push_back(read_type(map));
  const std::vector<const YamlNode*> below = map.items(nested_);
  line.leaf = below.empty();
  map.finish();
  if (line.leaf && line.id.empty()) {
    context_.error(codes::missing_key, context_.at(node.mark), {"id"});
  }
  const int index = static_cast<int>(axis.lines.size());
  axis.lines.push_back(std::move(line));
  axis.depth = std::max(axis.depth, depth + 1);
  const int first_leaf = static_cast<int>(axis.leaves.size());
  if (below.empty()) axis.leaves.push_back(index);
  read_lines(below, index, depth + 1);
  axis.lines[at(index)].first_leaf = first_leaf;
  axis.lines[at(index)].leaf_count = static_cast<int>(axis.leaves.size()) - first_leaf;
}

void AxisReader::choose_slots(bool heads) {
  for (std::size_t i = 0; i < axis.lines.size(); ++i) {
    const Line& line = axis.lines[i];
    if (line.leaf || (heads && !line.id.empty())) axis.slots.push_back(static_cast<int>(i));
  }
}

void AxisReader::check_unique(std::map<std::string, Mark>& seen) const {
  for (const int slot : axis.slots) {
    const Line& line = axis.lines[at(slot)];
    const auto [first, added] = seen.emplace(line.id, line.mark);
    if (added || line.id.empty()) continue;
    Diagnostic& d = context_.error(codes::repeated_id, context_.at(line.mark), {line.id});
    d.notes.push_back({&notes::first_given_here, context_.at(first->second), {}});
  }
}

void AxisReader::check_totals() const {
  for (std::size_t i = 0; i < axis.lines.size(); ++i) {
    const Line& line = axis.lines[i];
    if (!line.total) continue;
    if (!line.leaf || summands(axis, static_cast<int>(i)).empty()) {
      context_.error(codes::total_of_nothing, context_.at(line.mark), {line.label});
    }
  }
}

std::vector<int> parts_of(const Axis& axis, int head) {
  std::vector<int> lines;
  const int depth = head >= 0 ? axis.lines[at(head)].depth : -1;
  int unsplit = -1;  // a head whose descendants it stands for
  for (int i = head + 1; i < static_cast<int>(axis.lines.size()); ++i) {
    const Line& line = axis.lines[at(i)];
    if (line.depth <= depth) break;
    if (unsplit >= 0 && line.depth > axis.lines[at(unsplit)].depth) continue;
    unsplit = -1;
    if (line.unsplit && !line.leaf && !line.id.empty()) {
      lines.push_back(i);
      unsplit = i;
    } else if (line.leaf && !line.total) {
      lines.push_back(i);
    }
  }
  return lines;
}

std::vector<int> summands(const Axis& axis, int total) {
  return parts_of(axis, axis.lines[at(total)].parent);
}

}  // namespace gongkai
