#include "pages/series_table.h"

#include "pages/chart.h"
#include "pages/figures.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

/// Rows of several columns name the column too.
std::string line_label(const SeriesLine& line, bool with_column) {
  const std::string& row = line.form->row(line.cell).label;
  const std::string& column = line.form->column(line.cell).label;
  if (row.empty()) return column;
  return with_column ? row + "·" + column : row;
}

View make_row(const PageContext& context, const Route& route, const SeriesLine& line,
              bool with_column) {
  View::List points;
  points.reserve(line.points.size());
  std::vector<std::optional<Decimal>> values;
  std::vector<bool> breaks;
  for (const SeriesPoint& point : line.points) {
    points.push_back(make_point(context, point));
    const bool is_number = point.figure.is_number();
    values.push_back(is_number ? std::optional(point.figure.value()) : std::nullopt);
    breaks.push_back(point.breaks);
  }
  const CellSpec& spec = line.form->cells[line.cell];
  const Row& row = line.form->row(line.cell);
  int depth = with_column ? 0 : row_depth(line.form->table_of(line.cell), row);
  // Where only the total column is shown, it tells no row from another.
  const bool total = row.total || (with_column && spec.total);
  std::string css_class = spec.head ? "sum" : total ? "total" : "leaf";
  const std::string& address = context.routes.figure_address(*line.form, line.cell);
  View view = make_change(context.words, line.last_change);
  view.set("class", css_class + " depth-" + std::to_string(depth))
      .set("label", line_label(line, with_column))
      .set("link", address.empty() ? View(false) : View(relative_link(route.address, address)))
      .set("points", std::move(points))
      .set("spark", text_or_false(sparkline(values, breaks)));
  return view;
}

/// Whether the lines of a row differ in their columns.
bool has_several_columns(const SeriesBlock& block) {
  const std::string& first = block.form->cells[block.lines.front().cell].column_id;
  for (const SeriesLine& line : block.lines) {
    if (line.form->cells[line.cell].column_id != first) return true;
  }
  return false;
}

}  // namespace

int row_depth(const Table& table, const Row& row) {
  int depth = 0;
  for (int above = row.parent; above >= 0;
       above = table.rows[static_cast<std::size_t>(above)].parent) {
    if (table.rows[static_cast<std::size_t>(above)].kind == Row::Kind::head) ++depth;
  }
  return depth;
}

View make_point(const PageContext& context, const SeriesPoint& point) {
  View view;
  if (point.report == nullptr) {
    view.set("class", "gap")
        .set("text", "")
        .set("spoken", context.words["no_report"])
        .set("note", false);
  } else if (point.cell == no_cell) {
    view.set("class", "missing")
        .set("text", context.words["not_asked_sign"])
        .set("spoken", context.words["not_asked"])
        .set("note", false);
  } else {
    view = make_figure(context, *point.report, point.cell);
  }
  view.set("breaks", point.breaks);
  return view;
}

View make_series_table(const PageContext& context, const Route& route,
                       const YearOverYear& comparison) {
  View::List years, blocks;
  for (int year : comparison.years) years.push_back(std::to_string(year));
  bool has_break = false, has_gap = false, has_change = false;
  for (const SeriesBlock& block : comparison.blocks) {
    for (const SeriesLine& line : block.lines) has_change = has_change || line.last_change;
  }
  const Table& table = *comparison.blocks.front().table;
  for (const SeriesBlock& block : comparison.blocks) {
    bool with_column = has_several_columns(block);
    View::List rows;
    for (const SeriesLine& line : block.lines) {
      rows.push_back(make_row(context, route, line, with_column));
      for (const SeriesPoint& point : line.points) {
        has_break = has_break || point.breaks;
        has_gap = has_gap || point.report == nullptr;
      }
    }
    // Lines that only an older form knows stand apart, under its name.
    View heading = false;
    if (block.form != comparison.blocks.front().form) {
      heading = context.words.fill("older_form_lines", {block.form->name, block.form->basis});
    }
    View view;
    view.set("heading", std::move(heading)).set("rows", std::move(rows));
    blocks.push_back(std::move(view));
  }
  View view;
  view.set("id", table.id)
      .set("caption", table.caption)
      .set("years", std::move(years))
      .set("columns", std::to_string(comparison.years.size() + (has_change ? 3 : 1) +
                                      (comparison.years.size() > 1 ? 1 : 0)))
      .set("has_spark", comparison.years.size() > 1)
      .set("has_change", has_change)
      .set("has_break", has_break)
      .set("has_gap", has_gap)
      .set("blocks", std::move(blocks));
  return view;
}

std::string total_column(const Table& table) {
  if (table.one_row || table.blocks.size() != 1) return {};
  const Axis& columns = table.blocks[0].columns;
  int total = total_leaf(columns);
  return total < 0 ? std::string() : columns.lines[static_cast<std::size_t>(total)].id;
}

std::string compared_column(const std::vector<const Report*>& reports, std::string_view id) {
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    const Table* table = (*report)->form->table(id);
    if (table == nullptr) continue;
    return total_column(*table);
  }
  return {};
}

}  // namespace gongkai
