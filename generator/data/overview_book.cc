#include "data/overview_book.h"

#include <algorithm>
#include <vector>

#include "data/data_column.h"
#include "data/workbook.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

constexpr std::size_t most_lines = 1'048'576;
constexpr int head_lines = 2;
constexpr int head_columns = 4;

/// The forms of the reports, in the order in which they come.
std::vector<const Form*> forms_of(std::span<const Report* const> reports) {
  std::vector<const Form*> forms;
  for (const Report* report : reports) {
    if (std::ranges::find(forms, report->form) == forms.end()) forms.push_back(report->form);
  }
  return forms;
}

void write_report(Workbook& book, lxw_worksheet* sheet, int row, const Report& report,
                  const std::vector<CellIndex>& cells, const Words& words) {
  Workbook::write(sheet, row, 0, report.agency->id, nullptr);
  Workbook::write(sheet, row, 1, report.agency->name_in(report.year), nullptr);
  book.write(sheet, row, 2, report.year, false);
  Workbook::write(sheet, row, 3, data_word(report.scope), nullptr);
  int column = head_columns;
  for (const CellIndex cell : cells) {
    const Figure& figure = report.figure(cell);
    if (figure.is_number()) {
      book.write(sheet, row, column, figure.value(), false);
    } else if (figure.state == State::text) {
      Workbook::write(sheet, row, column, report.detail(cell)->text, nullptr);
    } else if (figure.state == State::below_limit) {
      Workbook::write(sheet, row, column, below_limit_mark, nullptr);
    } else if (figure.state == State::not_applicable) {
      Workbook::write(sheet, row, column, words["not_applicable"], nullptr);
    }
    ++column;
  }
}

void write_table(Workbook& book, const Form& form, std::size_t table, bool one_form,
                 std::span<const Report* const> reports, const Words& words) {
  const std::string& caption = form.tables[table].caption;
  lxw_worksheet* sheet = book.add_sheet(one_form ? caption : form.id + " " + caption);
  std::vector<CellIndex> cells;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (form.cells[cell].table == table) cells.push_back(cell);
  }
  int column = 0;
  for (const char* name : {"agency", "agency_name", "year", "scope"}) {
    Workbook::write(sheet, 0, column++, name, book.heading());
  }
  for (const CellIndex cell : cells) {
    Workbook::write(sheet, 0, column, form.cells[cell].address, book.heading());
    Workbook::write(sheet, 1, column++, form.cell_label(cell), book.heading());
  }
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(column - 1), 16, nullptr);
  worksheet_freeze_panes(sheet, head_lines, 2);
  int row = head_lines;
  for (const Report* report : reports) {
    if (report->form == &form) write_report(book, sheet, row++, *report, cells, words);
  }
}

}  // namespace

bool fits_overview_book(std::span<const Report* const> reports) {
  return reports.size() + head_lines <= most_lines;
}

std::string overview_book(std::span<const Report* const> reports, const Words& words) {
  Workbook book;
  const std::vector<const Form*> forms = forms_of(reports);
  for (const Form* form : forms) {
    for (std::size_t table = 0; table < form->tables.size(); ++table) {
      write_table(book, *form, table, forms.size() == 1, reports, words);
    }
  }
  if (std::ranges::all_of(forms, [](const Form* form) { return form->tables.empty(); })) {
    book.add_sheet("-");
  }
  return book.finish();
}

}  // namespace gongkai
