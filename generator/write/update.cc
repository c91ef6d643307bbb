#include "write/update.h"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/codes/import.h"
#include "load/reader.h"
#include "load/report_tables.h"
#include "model/address.h"
#include "write/line_ends.h"
#include "write/row_key.h"
#include "write/written_places.h"
#include "write/yaml_span.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A report.yaml as far as its tables are concerned.
struct ReadTables {
  YamlNode root;
  Report report;
};

std::optional<ReadTables> read_tables(const Form& form, const SourceText& source,
                                      Diagnostics& diagnostics) {
  Diagnostics own;
  std::optional<YamlNode> root = parse_yaml(source, own);
  ReadTables read;
  if (root && !own.has_errors()) {
    read.root = std::move(*root);
    read.report.form = &form;
    const FileContext context{source.file, own};
    MapReader map(context, read.root);
    read_report_tables(context, map, read.report);
  }
  const bool failed = own.has_errors() || !root;
  diagnostics.append(std::move(own));
  if (failed) return {};
  return read;
}

bool holds_same(const Report& report, const FiledCell& filed) {
  if (!same_figure(report.figure(filed.cell), filed.figure)) return false;
  const CellDetail none, *written = report.detail(filed.cell);
  const CellDetail& detail = written ? *written : none;
  return (filed.detail.note.empty() || filed.detail.note == detail.note) &&
         (filed.detail.unit.empty() || filed.detail.unit == detail.unit) &&
         filed.detail.text == detail.text;
}

/// Collects the replacements for one text.
class Updater {
 public:
  Updater(const ReadTables& read, const std::string& text, const std::vector<FiledCell>& cells)
      : read_(read), form_(*read.report.form), text_(text), spans_(text), wanted_(read.report) {
    for (const FiledCell& filed : cells) {
      if (holds_same(read.report, filed)) continue;
      changed_.insert(filed.cell);
      wanted_.cells[filed.cell].figure = filed.figure;
      CellDetail& detail = wanted_.details[filed.cell];
      if (!filed.detail.note.empty()) detail.note = filed.detail.note;
      if (!filed.detail.unit.empty()) detail.unit = filed.detail.unit;
      detail.text = filed.detail.text;
    }
    for (const Cell& cell : read.report.cells) ++uses_[cell.mark];
  }

  UpdatedReport update() {
    if (const YamlNode* tables = read_.root.find("tables")) {
      for (const YamlNode::Entry& entry : tables->entries) {
        const int table = resolve_table(form_, entry.key).index;
        if (table >= 0) update_table(form_.tables[at(table)], *tables, entry);
      }
    }
    std::string text = text_;
    for (auto edit = edits_.rbegin(); edit != edits_.rend(); ++edit) {
      text.replace(edit->first, edit->second.length, edit->second.text);
    }
    return {std::move(text), {changed_.begin(), changed_.end()}};
  }

 private:
  struct Edit {
    std::size_t length = 0;
    std::string text;
  };

  void replace(std::size_t begin, std::size_t end, const std::string& text) {
    Edit& edit = edits_[begin];
    edit.length = std::max(edit.length, end - begin);
    edit.text += text;
  }

  void update_table(const Table& table, const YamlNode& tables, const YamlNode::Entry& entry) {
    const bool any = std::ranges::any_of(
        changed_, [&](CellIndex cell) { return &form_.table_of(cell) == &table; });
    if (!any) return;
    places_.emplace(table, entry.value, spans_);
    if (!entry.value.is_map()) {
      if (entry.value.is_list() && replace_cells(table)) return;
      rewrite_table(table, tables, entry);
      return;
    }
    std::set<const YamlNode::Entry*> expanded;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (std::ranges::none_of(row.cells, [&](CellIndex c) { return changed_.count(c); })) continue;
      if (replace_cells(row)) continue;
      if (const auto* place = places_->row(static_cast<int>(i))) {
        const YamlNode& value = place->entry->value;
        replace(value_begin(*place->entry), spans_.end(value),
                value_lead(*place->entry) + list(table, row));
      } else if (const auto head = places_->head_above(static_cast<int>(i)); head >= 0) {
        if (expanded.insert(places_->row(head)->entry).second) expand_head(table, head);
      } else {
        insert_row(table, entry.value, static_cast<int>(i));
      }
    }
  }

  bool replace_cells(const Table& table) {
    return std::ranges::all_of(table.rows, [&](const Row& row) { return replace_cells(row); });
  }

  // False, and nothing is replaced, where a changed cell of the row has no value of its own.
  bool replace_cells(const Row& row) {
    std::vector<CellIndex> cells;
    for (const CellIndex cell : row.cells) {
      if (!changed_.count(cell)) continue;
      const Mark mark = read_.report.cells[cell].mark;
      const auto* found = places_->value_at(mark);
      if (!mark.known() || uses_[mark] != 1 || !found || !spans_.is_written(*found->value)) {
        return false;
      }
      cells.push_back(cell);
    }
    for (const CellIndex cell : cells) {
      replace_cell(cell, *places_->value_at(read_.report.cells[cell].mark));
    }
    return true;
  }

  void replace_cell(CellIndex cell, const WrittenPlaces::Value& owned) {
    const CellDetail* detail = wanted_.detail(cell);
    const CellDetail none, *before = read_.report.detail(cell);
    const bool same_detail = (before ? before->note : none.note) == (detail ? detail->note : "") &&
                             (before ? before->unit : none.unit) == (detail ? detail->unit : "");
    const Figure& figure = wanted_.figure(cell);
    const YamlNode& node = same_detail ? *owned.value : *owned.whole;
    CellDetail words;
    if (same_detail && detail) words.text = detail->text;
    const std::string text = cell_text(figure, same_detail ? &words : detail);
    std::size_t begin = spans_.begin(node.mark);
    const std::size_t end = spans_.end(node);
    const std::size_t before_width = shown_width(text_.substr(begin, end - begin));
    std::size_t pad = 0;
    if (shown_width(text) < before_width) {
      pad = before_width - shown_width(text);
    } else {
      // Columns stay aligned as far as the blanks before the figure reach.
      for (std::size_t more = shown_width(text) - before_width; more > 0 && begin > 1; --more) {
        const bool spare = text_[begin - 1] == ' ' && (text_[begin - 2] == ' ' || text_[begin - 2] == '[');
        if (!spare) break;
        --begin;
      }
    }
    if (begin == 0 || (text_[begin - 1] != ' ' && text_[begin - 1] != '[')) pad = 0;
    if (!stands_in_list(begin)) pad = 0;
    replace(begin, end, std::string(pad, ' ') + text);
  }

  bool stands_in_list(std::size_t offset) const {
    const std::size_t line = text_.rfind('\n', offset) + 1;
    return text_.substr(line, offset - line).find('[') != std::string::npos;
  }

  // The value of an entry that has none yet begins behind its colon.
  std::size_t value_begin(const YamlNode::Entry& entry) const {
    if (spans_.is_written(entry.value)) return spans_.begin(entry.value.mark);
    return std::min(text_.find(':', spans_.begin(entry.mark) + entry.key.size()) + 1, text_.size());
  }
  std::string value_lead(const YamlNode::Entry& entry) const {
    return spans_.is_written(entry.value) ? "" : " ";
  }

  std::string list(const Table& table, const Row& row) const {
    std::vector<std::string> texts;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      texts.push_back(text_of(row.cells[i]));
      std::size_t width = 0;
      for (const Row& other : table.rows) {
        if (other.block != row.block || i >= other.cells.size()) continue;
        // One long note would draw every row apart.
        if (other.kind == Row::Kind::leaf && !wanted_.detail(other.cells[i])) {
          width = std::max(width, shown_width(text_of(other.cells[i])));
        }
      }
      widths.push_back(width);
    }
    return row_list(texts, widths);
  }

  // A figure that was not written itself is written as it stood: a computed total stays left out.
  std::string text_of(CellIndex cell) const {
    const Figure& figure = wanted_.figure(cell);
    const bool absent = !changed_.count(cell) && figure.origin != Origin::filed;
    if (absent) return cell_text(Figure::without_number(State::not_reported), wanted_.detail(cell));
    return cell_text(figure, wanted_.detail(cell));
  }

  std::string row_line(const Table& table, int row) const {
    return row_key(table, row) + ": " + list(table, table.rows[at(row)]);
  }

  std::vector<int> leaves_below(const Table& table, int head) const {
    std::vector<int> leaves;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (table.rows[i].kind != Row::Kind::leaf) continue;
      for (int up = table.rows[i].parent; up >= 0; up = table.rows[at(up)].parent) {
        if (up == head) leaves.push_back(static_cast<int>(i));
      }
      if (head < 0) leaves.push_back(static_cast<int>(i));
    }
    return leaves;
  }

  std::string indent_of(const YamlNode& map) const {
    const std::size_t begin = spans_.begin(map.entries.front().mark);
    const std::size_t line = text_.rfind('\n', begin == 0 ? 0 : begin - 1);
    return std::string(begin - (line == std::string::npos ? 0 : line + 1), ' ');
  }

  // （三）: 0 stands for all rows below: each gets a line.
  void expand_head(const Table& table, int head) {
    const WrittenPlaces::Place& place = *places_->row(head);
    std::string lines;
    for (const int row : leaves_below(table, head)) {
      if (places_->row(row)) continue;
      if (!lines.empty()) lines += place.map->flow ? ", " : "\n" + indent_of(*place.map);
      lines += row_line(table, row);
    }
    replace(spans_.begin(place.entry->mark), spans_.end(place.entry->value), lines);
  }

  void rewrite_table(const Table& table, const YamlNode& tables, const YamlNode::Entry& entry) {
    const std::string indent = "\n" + indent_of(tables) + "  ";
    const bool braces = tables.flow || row_key(table, leaves_below(table, -1).front()).empty();
    std::string rows;
    for (const int row : leaves_below(table, -1)) {
      if (row_key(table, row).empty()) {
        rows = list(table, table.rows[at(row)]);
        break;
      }
      if (braces) {
        rows += (rows.empty() ? "{" : ", ") + row_line(table, row);
      } else {
        rows += indent + row_line(table, row);
      }
    }
    if (rows.starts_with('{')) rows += "}";
    std::size_t begin = value_begin(entry);
    // Block rows begin on the next line: the blank before the old value goes.
    if (!braces && begin > 0 && text_[begin - 1] == ' ') --begin;
    replace(begin, spans_.end(entry.value),
            (braces && !spans_.is_written(entry.value) ? " " : "") + rows);
  }

  // After the nearest row above it, so that the sheet keeps its order.
  void insert_row(const Table& table, const YamlNode& map, int row) {
    const WrittenPlaces::Place* before = nullptr;
    for (int above = row - 1; above >= 0 && !before; --above) {
      const auto* place = places_->row(above);
      if (place && place->map == &map) before = place;
    }
    if (map.flow) {
      if (before) {
        const std::size_t end = spans_.end(before->entry->value);
        replace(end, end, ", " + row_line(table, row));
      } else {
        const std::size_t begin = spans_.begin(map.entries.front().mark);
        replace(begin, begin, row_line(table, row) + ", ");
      }
      return;
    }
    const std::string line = indent_of(map) + row_line(table, row) + "\n";
    std::size_t offset = 0;
    if (before) {
      offset = spans_.next_line(spans_.end(before->entry->value) - 1);
    } else {
      const std::size_t first = spans_.begin(map.entries.front().mark);
      offset = first - indent_of(map).size();
    }
    const bool unfinished = offset > 0 && text_[offset - 1] != '\n';
    replace(offset, offset, (unfinished ? "\n" : "") + line);
  }

  const ReadTables& read_;
  const Form& form_;
  const std::string& text_;
  YamlSpans spans_;
  Report wanted_;  ///< what is to stand in the file
  std::set<CellIndex> changed_;
  std::map<Mark, int> uses_;  ///< how many cells are read from one value
  std::optional<WrittenPlaces> places_;  ///< of the table that is being updated
  std::map<std::size_t, Edit> edits_;
};

}  // namespace

std::optional<UpdatedReport> update_report(const Form& form, const std::string& file,
                                           const std::string& text,
                                           const std::vector<FiledCell>& cells,
                                           Diagnostics& diagnostics) {
  const auto source = check_text(file, text, diagnostics);
  if (!source) return {};
  const auto read = read_tables(form, *source, diagnostics);
  if (!read) return {};
  UpdatedReport updated = Updater(*read, source->text, cells).update();
  if (updated.changed.empty()) return UpdatedReport{text, {}};

  Diagnostics again;
  const auto written = read_tables(form, {file, updated.text}, again);
  const std::set<CellIndex> changed(updated.changed.begin(), updated.changed.end());
  bool as_meant = written.has_value();
  for (const FiledCell& filed : cells) as_meant = as_meant && holds_same(written->report, filed);
  for (CellIndex cell = 0; as_meant && cell < form.cells.size(); ++cell) {
    const Figure& before = read->report.figure(cell);
    const bool kept = changed.count(cell) || before.origin == Origin::computed ||
                      before.origin == Origin::derived ||
                      same_figure(before, written->report.figure(cell));
    as_meant = kept || form.cells[cell].head;
  }
  if (!as_meant) {
    const Cell& first = read->report.cells[updated.changed.front()];
    Diagnostic& d = diagnostics.add(codes::update_impossible, {file, first.mark, 0},
                                    {form.cell_label(updated.changed.front())});
    d.arguments.push_back(cell_text(written ? written->report.figure(updated.changed.front())
                                            : first.figure,
                                    nullptr));
    return {};
  }
  updated.text = with_line_ends_of(text, std::move(updated.text));
  return updated;
}

}  // namespace gongkai
