#include "import/label_match.h"

#include <algorithm>

#include "diagnostics/utf8.h"
#include "import/label_key.h"

namespace gongkai {
namespace {

constexpr std::size_t shortest_guess = 5;  ///< characters of a label that may have letters wrong

std::size_t edits(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> line(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) line[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = line[0];
    line[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = line[j];
      line[j] = std::min({line[j] + 1, line[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return line[b.size()];
}

bool begins_with_numeral(const std::string& key) { return without_numeral(key) != key; }

// The rest of the label stands below the figures, which are set in the middle of its height.
std::optional<LabelMatch> broken_by_figures(const FormLabels& labels, const SheetItem& item,
                                            const SheetItem& below,
                                            const std::set<RowName>& taken) {
  std::optional<LabelMatch> found;
  for (const auto& [name, row] : labels.rows()) {
    if (taken.count(row) || characters(name) < 4) continue;
    for (std::size_t cut = name.size() - 1; cut > 3; --cut) {
      if ((static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) continue;
      const std::string rest = name.substr(cut);
      if (!item.label.ends_with(std::string_view(name).substr(0, cut)) ||
          !below.label.starts_with(rest)) {
        continue;
      }
      if (found && found->name != row) return {};
      if (!found || rest.size() > found->taken_below.size()) found = LabelMatch{row, "", rest};
      break;
    }
  }
  return found;
}

// Pieces of a label in the order of lines, pieces of its heads between them.
std::optional<LabelMatch> in_pieces(const FormLabels& labels, const SheetItem& item,
                                    const SheetItem& below, const std::set<RowName>& taken) {
  std::optional<LabelMatch> found;
  std::size_t longest = 0;
  for (const auto& [name, row] : labels.rows()) {
    if (taken.count(row) || characters(name) < 4 || name.size() < longest) continue;
    // Only the nearest words: a label does not reach over another one.
    std::size_t at = 0, pieces = 0;
    std::string rest;
    const std::size_t first = item.label_parts.size() > 8 ? item.label_parts.size() - 8 : 0;
    for (std::size_t i = first; i < item.label_parts.size() && at < name.size(); ++i) {
      const std::string& part = item.label_parts[i];
      if (characters(part) < 1 || name.compare(at, part.size(), part) != 0) continue;
      at += part.size();
      ++pieces;
    }
    if (pieces > 0 && at < name.size() && !below.label_parts.empty()) {
      const std::string& part = below.label_parts.front();
      if (name.compare(at, std::string::npos, part) == 0) {
        at += part.size();
        rest = part;
        ++pieces;
      }
    }
    if (at != name.size() || pieces < 2) continue;
    if (found && name.size() == longest && found->name != row) return {};
    found = LabelMatch{row, "", rest};
    longest = name.size();
  }
  return found;
}

// A letter wrong, one or two lost: only where a single label is near.
std::optional<LabelMatch> nearly(const FormLabels& labels, const SheetItem& item,
                                 const std::set<RowName>& taken) {
  const std::string& printed = item.label_parts.empty() ? item.label : item.label_parts.back();
  if (characters(printed) < shortest_guess) return {};
  const std::u32string written = to_code_points(printed);
  RowName best;
  std::size_t fewest = SIZE_MAX;
  bool several = false;
  for (const auto& [name, row] : labels.rows()) {
    if (characters(name) < shortest_guess) continue;
    if (begins_with_numeral(name) != begins_with_numeral(printed)) continue;
    const std::u32string known = to_code_points(name);
    const std::size_t count = edits(written, known);
    if (count * 4 > known.size()) continue;
    if (count < fewest) {
      fewest = count;
      best = row;
      several = false;
    } else if (count == fewest && row != best) {
      several = true;
    }
  }
  if (best.row < 0 || several || taken.count(best)) return {};
  return LabelMatch{best, printed, ""};
}

}  // namespace

std::optional<LabelMatch> match_label(const FormLabels& labels, const SheetItem& item,
                                      const SheetItem& below, const std::set<RowName>& taken) {
  std::size_t length = 0;
  const RowName row = labels.row_at_end(item.label, length);
  const bool is_short =
      row.row >= 0 && characters(std::string_view(item.label).substr(item.label.size() - length)) < 3;
  if (row.row >= 0 && !is_short) return LabelMatch{row, "", ""};
  if (const auto broken = broken_by_figures(labels, item, below, taken)) return broken;
  // 规章, 总计, 其他: only as a cell of their own, for longer words end with them.
  const bool in_row = !item.own_label.empty() || item.figures.table == PrintedRow::line_of_text;
  if (is_short && in_row && !item.label_parts.empty() &&
      without_numeral(item.label_parts.back()).size() == length) {
    return LabelMatch{row, "", ""};
  }
  if (const auto pieces = in_pieces(labels, item, below, taken)) return pieces;
  return nearly(labels, item, taken);
}

}  // namespace gongkai
