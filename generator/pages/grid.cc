#include "pages/grid.h"

#include <algorithm>
#include <functional>

#include "compare/series.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/glossary.h"

namespace gongkai {

namespace {

/// A, B, … Z, BA, BB …
std::string letters(std::size_t number) {
  const std::string last(1, static_cast<char>('A' + number % 26));
  return number < 26 ? last : letters(number / 26) + last;
}

/// How many blocks stand before one.
std::size_t blocks_before(const Form& form, std::size_t table, std::size_t block) {
  for (std::size_t i = 0; i < table; ++i) block += form.tables[i].blocks.size();
  return block;
}

/// Builds the view of one block. Ids of heads are short, for every figure names several of them: C5 is
/// the sixth line of the columns of the second block, D5 that of its rows.
class GridMaker {
 public:
  GridMaker(const PageContext& context, const Route& route, const Report& report, std::size_t table,
            std::size_t block, const CellMarks& marks)
      : context_(context),
        route_(route),
        report_(report),
        form_(*report.form),
        table_(form_.tables[table]),
        block_(table_.blocks[block]),
        columns_(block_.columns),
        rows_(block_.rows),
        marks_(marks),
        glossary_(relative_link(route.address, glossary_address_of(form_)) + "#"),
        id_("t" + std::to_string(table) + "b" + std::to_string(block)),
        column_ids_(letters(2 * blocks_before(form_, table, block))),
        row_ids_(letters(2 * blocks_before(form_, table, block) + 1)) {
    for (int line : columns_.leaves) {
      column_slots_.push_back(columns_.slot_of(line));
      column_headers_.push_back(chain(columns_, line, column_ids_));
    }
    has_row_heads_ = !table_.one_row;
    row_depth_ = has_row_heads_ ? rows_.depth : 0;
    nested_ = row_depth_ > 1;
    complex_ = nested_ || columns_.depth > 1;
  }

  View make() {
    View::List rows;
    if (table_.one_row) {
      rows.push_back(only_row());
    } else {
      add_rows(rows, -1);
    }
    View view;
    view.set("id", id_)
        .set("caption", block_.caption.empty() ? table_.caption : block_.caption)
        .set("class", std::string(nested_ ? "nested" : "plain") +
                          (columns_.leaves.size() > 8 ? " wide" : ""))
        .set("head_rows", head_rows())
        .set("rows", std::move(rows));
    return view;
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  static std::string head_id(const std::string& axis, int line) {
    return axis + std::to_string(line);
  }

  /// The ids of a line's heads and of itself, outermost first.
  static std::string chain(const Axis& axis, int line, const std::string& letter) {
    std::string ids;
    for (; line >= 0; line = axis.lines[at(line)].parent) {
      ids = ids.empty() ? head_id(letter, line) : head_id(letter, line) + " " + ids;
    }
    return ids;
  }

  static View span(int n) { return n > 1 ? View(std::to_string(n)) : View(false); }

  /// `across` is the address of the page that compares this row or column; empty where there is none.
  View head(std::string css_class, std::string_view scope, const Axis& axis, int line, View id,
            std::string_view across) const {
    View view;
    view.set("class", std::move(css_class))
        .set("scope", scope)
        .set("text", axis.lines[at(line)].label)
        .set("id", std::move(id))
        .set("abbr", false)
        .set("link", glossary_ + glossary_anchor(table_, axis, line, &axis == &columns_))
        .set("across", across.empty() ? View(false) : View(relative_link(route_.address, across)));
    return view;
  }

  View head_rows() const {
    View::List head_rows;
    for (int level = 0; level < columns_.depth; ++level) {
      View::List cells;
      for (std::size_t i = 0; i < columns_.lines.size(); ++i) {
        const Line& line = columns_.lines[i];
        if (line.depth != level) continue;
        std::string_view address;
        if (table_.one_row && line.leaf) {
          int slot = columns_.slot_of(static_cast<int>(i));
          address = context_.routes.figure_address(form_, block_.cell(0, slot));
        }
        View cell = head("column", line.leaf ? "col" : "colgroup", columns_, static_cast<int>(i),
                         complex_ ? View(head_id(column_ids_, static_cast<int>(i))) : View(false), address);
        cell.set("colspan", span(line.leaf ? 1 : line.leaf_count))
            .set("rowspan", span(line.leaf ? columns_.depth - level : 1));
        cells.push_back(std::move(cell));
      }
      View corner = false;
      if (level == 0 && has_row_heads_) {
        corner = View();
        corner.set("text", block_.corner)
            .set("nested", nested_)
            .set("colspan", span(row_depth_))
            .set("rowspan", span(columns_.depth));
      }
      View row;
      row.set("corner", std::move(corner)).set("cells", std::move(cells));
      head_rows.push_back(std::move(row));
    }
    return head_rows;
  }

  /// How many rows are printed under a line: its leaves, and a sum for each head that has cells.
  int printed_rows(int line) const {
    const Line& it = rows_.lines[at(line)];
    if (it.leaf) return 1;
    int count = rows_.slot_of(line) >= 0 ? 1 : 0;
    for (std::size_t i = 0; i < rows_.lines.size(); ++i) {
      if (rows_.lines[i].parent == line) count += printed_rows(static_cast<int>(i));
    }
    return count;
  }

  void add_rows(View::List& rows, int parent) {
    for (std::size_t i = 0; i < rows_.lines.size(); ++i) {
      const Line& line = rows_.lines[i];
      if (line.parent != parent) continue;
      int index = static_cast<int>(i);
      if (line.leaf) {
        rows.push_back(row(index, line.label, false));
        continue;
      }
      View merged = head("head-wide head", "rowgroup", rows_, index,
                         complex_ ? View(head_id(row_ids_, index)) : View(false), {});
      merged.set("colspan", false).set("rowspan", span(printed_rows(index)));
      pending_.push_back(std::move(merged));
      int slot = rows_.slot_of(index);
      bool unsplit = slot >= 0 && is_unsplit(slot);
      if (unsplit) rows.push_back(row(index, context_.words["unsplit_head"], true));
      add_rows(rows, index);
      if (slot >= 0 && !unsplit) rows.push_back(row(index, context_.words["subtotal"], true));
    }
  }

  bool is_unsplit(int slot) const {
    CellIndex first = block_.cell(slot, column_slots_.front());
    const std::vector<CellIndex>& heads = report_.unsplit_heads;
    return std::find(heads.begin(), heads.end(), first) != heads.end();
  }

  /// The row of a leaf, or the sum of a head (`is_sum`), whose label stands one level deeper.
  View row(int line, const std::string& label, bool is_sum) {
    const Line& it = rows_.lines[at(line)];
    int slot = rows_.slot_of(line);
    int depth = it.depth + (is_sum ? 1 : 0);
    View::List heads = std::move(pending_);
    pending_.clear();
    std::string_view address;
    CellIndex main = main_cell(slot);
    if (main != no_cell) address = context_.routes.figure_address(form_, main);
    const std::string level = "depth-" + std::to_string(it.depth);
    // A head's own sum stands beside the head: it needs an id of its own.
    const std::string id = head_id(row_ids_, line) + (is_sum ? "s" : "");
    View wide = head((nested_ ? "head-wide " : "") + level, "row", rows_, line,
                     complex_ ? View(id) : View(false), address);
    wide.set("text", label).set("colspan", span(row_depth_ - depth)).set("rowspan", false);
    heads.push_back(std::move(wide));
    if (nested_) {
      // Its entry in the glossary leads on to the comparison.
      View narrow = head("head-narrow " + level, "row", rows_, line, false, {});
      if (is_sum) narrow.set("text", it.label + " " + label);
      if (!it.number.empty()) narrow.set("abbr", it.number);
      narrow.set("colspan", false).set("rowspan", false);
      heads.push_back(std::move(narrow));
    }
    std::string row_headers;
    if (complex_) {
      row_headers = chain(rows_, line, row_ids_);
      if (is_sum) row_headers += " " + id;
    }
    bool all_zero = true;
    View::List cells = row_cells(slot, row_headers, all_zero);
    View view;
    std::string css_class = is_sum ? "sum" : it.total ? "total" : "";
    if (all_zero) css_class += css_class.empty() ? "zero" : " zero";
    view.set("class", text_or_false(std::move(css_class)))
        .set("heads", std::move(heads))
        .set("cells", std::move(cells));
    return view;
  }

  /// The row of a table that has but one, without a head as the form prints it.
  View only_row() const {
    bool all_zero = true;
    View::List cells = row_cells(0, {}, all_zero);
    View view;
    view.set("class", all_zero ? "only zero" : "only")
        .set("heads", View::List())
        .set("cells", std::move(cells));
    return view;
  }

  View::List row_cells(int slot, const std::string& row_headers, bool& all_zero) const {
    View::List cells;
    cells.reserve(column_slots_.size());
    for (std::size_t i = 0; i < column_slots_.size(); ++i) {
      CellIndex cell = block_.cell(slot, column_slots_[i]);
      const Figure& figure = report_.figure(cell);
      all_zero = all_zero && figure.is_number() && figure.units == 0;
      cells.push_back(figure_cell(cell, i, row_headers));
    }
    return cells;
  }

  View figure_cell(CellIndex cell, std::size_t column, const std::string& row_headers) const {
    View view = make_figure(context_, report_, cell);
    auto mark = marks_.find(cell);
    std::string css_class = *view.get("class")->text();
    if (mark != marks_.end()) css_class.append(css_class.empty() ? "" : " ").append(mark->second);
    view.set("class", text_or_false(std::move(css_class))).set("anchor", form_.cells[cell].address);
    add_correction(cell, view);
    if (!complex_) return view.set("headers", false), view;
    view.set("headers", row_headers.empty() ? column_headers_[column]
                                            : row_headers + " " + column_headers_[column]);
    return view;
  }

  /// A figure that was mended shows what stood there before.
  void add_correction(CellIndex cell, View& view) const {
    for (const Correction& correction : report_.corrections) {
      if (correction.cell != cell) continue;
      const std::string was = context_.words.fill(
          "was", {plain_figure(context_.words, correction.was, form_.cells[cell])});
      const std::string* note = view.get("note")->text();
      view.set("note", note == nullptr ? was : *note + context_.words["list_separator"] + was);
    }
  }

  /// The cell whose comparison page a row's head leads to.
  CellIndex main_cell(int slot) const {
    int total = total_leaf(columns_);
    if (total >= 0) return block_.cell(slot, columns_.slot_of(total));
    return column_slots_.empty() ? no_cell : block_.cell(slot, column_slots_.front());
  }

  const PageContext& context_;
  const Route& route_;
  const Report& report_;
  const Form& form_;
  const Table& table_;
  const Block& block_;
  const Axis& columns_;
  const Axis& rows_;
  const CellMarks& marks_;
  std::string glossary_;  ///< link to the form's glossary, up to the name of an entry
  std::string id_;
  std::string column_ids_, row_ids_;  ///< what the ids of heads begin with
  std::vector<int> column_slots_;            ///< by leaf column
  std::vector<std::string> column_headers_;  ///< by leaf column
  View::List pending_;                       ///< merged heads that begin with the next row
  bool has_row_heads_ = true, nested_ = false, complex_ = false;
  int row_depth_ = 1;
};

}  // namespace

View make_grid(const PageContext& context, const Route& route, const Report& report,
               std::size_t table, std::size_t block, const CellMarks& marks) {
  return GridMaker(context, route, report, table, block, marks).make();
}

}  // namespace gongkai
