#include "texts/number_vocabulary.h"

#include <algorithm>
#include <map>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

bool is_numeral(char32_t c) {
  constexpr std::u32string_view chinese = U"一二三四五六七八九十百";
  return (c >= '0' && c <= '9') || chinese.find(c) != std::u32string_view::npos;
}

// `一、`, `1.` and `A. ` at the beginning.
std::size_t numbering(std::u32string_view label) {
  std::size_t end = 0;
  while (end < label.size() && is_numeral(label[end])) ++end;
  const bool letter = end == 0 && label.size() > 2 && label[0] >= 'A' && label[0] <= 'Z' &&
                      label[1] == '.' && label[2] == ' ';
  if (letter) return 3;
  if (end == 0 || end == label.size()) return 0;
  const bool mark = label[end] == U'、' || label[end] == '.' || label[end] == U'．';
  return mark ? end + 1 : 0;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool is_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

// A table of one row has one, though no line of its own.
std::size_t row_count(const Block& block) {
  return std::max<std::size_t>(1, block.rows.slots.size());
}

// Whether a row stands at the top of its table, beside the head of the others.
bool is_top_row(const Block& block, std::size_t slot) {
  if (slot >= block.rows.slots.size()) return false;
  return block.rows.lines[static_cast<std::size_t>(block.rows.slots[slot])].depth == 0;
}

std::vector<NumberVocabulary::Amount> sorted(std::vector<NumberVocabulary::Amount> amounts) {
  std::sort(amounts.begin(), amounts.end());
  amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
  return amounts;
}

}  // namespace

std::string spoken_label(std::string_view label) {
  const std::u32string whole = to_code_points(label);
  std::u32string spoken;
  int depth = 0;
  for (const char32_t c : std::u32string_view(whole).substr(numbering(whole))) {
    const bool opens = c == U'（' || c == '(' || c == U'〔' || c == '[';
    const bool closes = c == U'）' || c == ')' || c == U'〕' || c == ']';
    if (opens) ++depth;
    if (depth == 0) spoken += c;
    if (closes && depth > 0) --depth;
  }
  return to_utf8(spoken);
}

NumberVocabulary::NumberVocabulary(const Form& form) : form_(&form) {
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) amounts_.push_back({cell});
  const auto words = number_words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    trie_.add(words[i].word, static_cast<std::int32_t>(i));
  }
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    for (const Block& block : form.tables[table].blocks) {
      add_rows(static_cast<std::uint16_t>(table), block);
      add_columns(static_cast<std::uint16_t>(table), block);
    }
  }
  wholes_.resize(form.cells.size());
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    const CellSpec& spec = form.cells[cell];
    add_wholes(form.tables[spec.table].blocks[spec.block], cell);
  }
}

void NumberVocabulary::add_wholes(const Block& block, CellIndex cell) {
  const auto& cells = form_->cells;
  std::vector<CellIndex> totals, others;
  const CellIndex end = block.first_cell + static_cast<CellIndex>(row_count(block) *
                                                                  block.columns.slots.size());
  for (CellIndex whole = block.first_cell; whole < end; ++whole) {
    const CellSpec& a = cells[cell];
    const CellSpec& b = cells[whole];
    if (whole == cell || (a.row_slot != b.row_slot && a.column_slot != b.column_slot)) continue;
    const CellIndex leaf = a.head && !a.leaves.empty() ? a.leaves.front() : cell;
    const auto is_part_of = [&](const std::vector<CellIndex>& parts) {
      return std::find(parts.begin(), parts.end(), leaf) != parts.end();
    };
    if (is_part_of(b.column_parts) || is_part_of(b.row_parts)) {
      totals.push_back(whole);
    } else if (b.total || b.head || is_top_row(block, b.row_slot)) {
      others.push_back(whole);
    }
  }
  // A total row before a total column: a result is a part of all results.
  std::stable_sort(totals.begin(), totals.end(), [&](CellIndex a, CellIndex b) {
    return cells[a].column_parts.size() > cells[b].column_parts.size();
  });
  totals.insert(totals.end(), others.begin(), others.end());
  wholes_[cell] = std::move(totals);
}

NumberVocabulary::Amount NumberVocabulary::sum_of(std::vector<CellIndex> cells) {
  if (cells.size() == 1) return cells[0];
  amounts_.push_back(std::move(cells));
  return static_cast<Amount>(amounts_.size() - 1);
}

void NumberVocabulary::add_rows(std::uint16_t table, const Block& block) {
  const Axis& columns = block.columns;
  for (std::size_t slot = 0; slot < block.rows.slots.size(); ++slot) {
    NamedLine named{table, {}, {}};
    for (std::size_t column = 0; column < columns.slots.size(); ++column) {
      const CellIndex cell = block.cell(static_cast<int>(slot), static_cast<int>(column));
      named.amounts.push_back(cell);
      const auto line = static_cast<std::size_t>(columns.slots[column]);
      if (columns.lines[line].total || columns.slots.size() == 1) named.main.push_back(cell);
    }
    add_line(block.rows.lines[static_cast<std::size_t>(block.rows.slots[slot])], std::move(named));
  }
}

void NumberVocabulary::add_columns(std::uint16_t table, const Block& block) {
  // A block's only column is what its rows are about; its name says nothing more.
  if (block.columns.leaves.size() < 2) return;
  for (const Line& line : block.columns.lines) {
    NamedLine named{table, {}, {}};
    for (std::size_t row = 0; row < row_count(block); ++row) {
      if (line.leaf) {
        const int index = static_cast<int>(&line - block.columns.lines.data());
        named.amounts.push_back(
            block.cell(static_cast<int>(row), block.columns.slot_of(index)));
      } else {
        add_sums(block, line, row, named);
      }
    }
    add_line(line, std::move(named));
  }
}

// What a head over columns can mean in one row: each column below it; the sum of those of one name,
// where there are several; the sum of all, where none is their total.
void NumberVocabulary::add_sums(const Block& block, const Line& head, std::size_t row,
                                NamedLine& named) {
  std::map<std::string, std::vector<CellIndex>> by_label;
  std::vector<CellIndex> parts;
  std::string total;
  for (int leaf = head.first_leaf; leaf < head.first_leaf + head.leaf_count; ++leaf) {
    const int index = block.columns.leaves[static_cast<std::size_t>(leaf)];
    const Line& column = block.columns.lines[static_cast<std::size_t>(index)];
    const CellIndex cell = block.cell(static_cast<int>(row), block.columns.slot_of(index));
    by_label[column.label].push_back(cell);
    if (column.total) {
      total = column.label;
    } else {
      parts.push_back(cell);
    }
    named.amounts.push_back(cell);
  }
  Amount whole = 0;
  if (total.empty()) whole = sum_of(parts);
  for (auto& [label, cells] : by_label) {
    const Amount amount = sum_of(cells);
    named.amounts.push_back(amount);
    if (label == total) whole = amount;
  }
  named.amounts.push_back(whole);
  named.main.push_back(whole);
}

void NumberVocabulary::add_line(const Line& line, NamedLine named) {
  if (line.label.empty()) return;
  named.amounts = sorted(std::move(named.amounts));
  named.main = sorted(std::move(named.main));
  lines_.push_back(std::move(named));
  const auto index = static_cast<std::uint32_t>(lines_.size() - 1);
  add_name(spoken_label(line.label), index);
  for (const std::string& alias : line.aliases) add_name(spoken_label(alias), index);
}

void NumberVocabulary::add_name(std::string_view text, std::uint32_t line) {
  if (text.empty()) return;
  const auto first_name = static_cast<std::int32_t>(number_words().size());
  std::int32_t value = trie_.value_of(text);
  if (value < first_name) {
    value = first_name + static_cast<std::int32_t>(names_.size());
    const bool weak = is_latin(text) ? code_points(text) < 5 : code_points(text) < 3;
    names_.push_back({std::string(text), {}, weak});
    trie_.add(text, value);
  }
  std::vector<std::uint32_t>& lines = names_[static_cast<std::size_t>(value - first_name)].lines;
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

NumberVocabulary::Word NumberVocabulary::word_before(std::string_view text, std::size_t floor,
                                                     std::size_t end) const {
  const WordTrie::Match match = trie_.longest_before(text, floor, end);
  if (match.value < 0) return {};
  const auto words = number_words();
  const auto value = static_cast<std::size_t>(match.value);
  if (value < words.size()) return {nullptr, words[value].kind, match.begin, true};
  return {&names_[value - words.size()], NumberWord::filler, match.begin, true};
}

}  // namespace gongkai
