#include "data/report_book.h"

#include <cmath>

#include "data/long_data.h"
#include "data/table_sheet.h"
#include "model/digest.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

constexpr int difference_column = 5;  ///< of the sheet of checks; hidden

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

bool is_assessed(Outcome outcome) {
  return outcome != Outcome::not_assessed && outcome != Outcome::not_applicable;
}

/// Turns rules into formulas over the cells of the book.
class FormulaMaker {
 public:
  explicit FormulaMaker(const SheetPlaces& places) : places_(places) {}

  /// By how much a relation is missed; 0 where it holds.
  std::string difference(const Finding& finding) const {
    const Relation& relation = finding.instance->relation;
    // Spreadsheets count in binary: what is left of exact decimals is rounded away.
    const std::string difference = "ROUND((" + side(finding, relation.left) + ")-(" +
                                   side(finding, relation.right) + ")," +
                                   std::to_string(Decimal::max_places) + ")";
    switch (relation.comparator) {
      case Comparator::equal: return "=" + difference;
      case Comparator::less_equal: return "=MAX(0," + difference + ")";
      case Comparator::greater_equal: return "=MIN(0," + difference + ")";
      case Comparator::less: return "=IF(" + difference + "<0,0,1)";
      case Comparator::greater: return "=IF(" + difference + ">0,0,1)";
      case Comparator::not_equal: return "=IF(" + difference + "=0,1,0)";
    }
    return {};
  }

 private:
  std::string side(const Finding& finding, const LinearExpression& side) const {
    std::string formula = side.constant.str();
    for (const Term& term : side.terms) {
      formula += (term.factor < 0 ? "-" : "+");
      const std::int64_t factor = term.factor < 0 ? -term.factor : term.factor;
      if (factor != 1) formula += std::to_string(factor) + "*";
      formula += operand(finding, term);
    }
    return formula;
  }

  std::string operand(const Finding& finding, const Term& term) const {
    if (term.previous) {
      const CellIndex cell =
          continued_cell(*finding.report->form, term.cell, *finding.previous->form);
      return "(" + finding.previous->figure(cell).value().str() + ")";
    }
    if (const auto place = places_.find(term.cell); place != places_.end()) {
      return place->second.reference();
    }
    // A head without a line of its own is the sum of its leaves.
    std::string sum;
    for (const CellIndex leaf : finding.report->form->cells[term.cell].leaves) {
      const auto place = places_.find(leaf);
      if (place != places_.end()) sum += (sum.empty() ? "" : "+") + place->second.reference();
    }
    return "(" + (sum.empty() ? "0" : sum) + ")";
  }

  const SheetPlaces& places_;
};

double missed_by(const Finding& finding) {
  if (holds(finding.found, finding.instance->relation.comparator, finding.expected)) return 0;
  switch (finding.instance->relation.comparator) {
    case Comparator::less:
    case Comparator::greater:
    case Comparator::not_equal: return 1;
    default: return std::stod((finding.found - finding.expected).str());
  }
}

class BookMaker {
 public:
  BookMaker(const Report& report, const Words& words, const ReportBookTexts& texts)
      : report_(report), words_(words), texts_(texts) {}

  std::string make() {
    for (std::size_t table = 0; table < report_.form->tables.size(); ++table) {
      tables_.push_back(write_table_sheet(book_, words_, report_, table, places_));
    }
    if (!texts_.checks.empty()) write_checks();
    write_notes();
    return book_.finish();
  }

 private:
  void write_checks() {
    lxw_worksheet* sheet = book_.add_sheet(words_["checks_heading"]);
    int column = 0;
    for (const char* key : {"sheet_rule", "sheet_place", "sheet_numbers", "sheet_outcome",
                            "sheet_remark", "difference"}) {
      Workbook::write(sheet, 0, column++, words_[key], book_.heading());
    }
    worksheet_freeze_panes(sheet, 1, 0);
    const FormulaMaker formulas(places_);
    std::map<CellIndex, std::string> differences;  ///< of the rules that are bound to a cell
    int row = 0;
    for (const CheckLine& check : texts_.checks) {
      column = 0;
      ++row;
      for (const std::string* text :
           {&check.rule, &check.place, &check.numbers, &check.outcome, &check.remark}) {
        Workbook::write(sheet, row, column++, *text, book_.text());
      }
      if (!is_assessed(check.finding->outcome)) continue;
      const bool computed = check.finding->outcome == Outcome::computed;
      worksheet_write_formula_num(sheet, row_of(row), difference_column,
                                  formulas.difference(*check.finding).c_str(), nullptr,
                                  computed ? 0 : missed_by(*check.finding));
      const SheetPlace place{sheet, row, difference_column};
      std::string& sum = differences[check.finding->cell()];
      sum += (sum.empty() ? "=ABS(" : "+ABS(") + place.reference() + ")";
      missed_[check.finding->cell()] += computed ? 0 : std::abs(missed_by(*check.finding));
    }
    worksheet_set_column(sheet, 0, 0, 50, nullptr);
    worksheet_set_column(sheet, 1, 4, 28, nullptr);
    hide(sheet, difference_column, difference_column);
    alert(sheet, row, difference_column, "=AND(ISNUMBER($F2),$F2<>0)", 1);
    mirror(differences);
  }

  /// Beside every table stands a hidden copy of it, which holds in the place of each figure what the
  /// rules bound to it are missed by: one condition then serves all its cells.
  void mirror(const std::map<CellIndex, std::string>& differences) {
    for (const TableSheet& table : tables_) {
      const int offset = table.columns + 1;
      for (const auto& [cell, formula] : differences) {
        const auto place = places_.find(cell);
        if (place == places_.end() || place->second.sheet != table.sheet) continue;
        worksheet_write_formula_num(table.sheet, row_of(place->second.row),
                                    column_of(place->second.column + offset), formula.c_str(),
                                    nullptr, missed_[cell]);
      }
      hide(table.sheet, offset, offset + table.columns);
      alert(table.sheet, table.rows - 1, table.columns, "=" + cell_name(0, offset) + "<>0", 0);
    }
  }

  static void hide(lxw_worksheet* sheet, int first, int last) {
    lxw_row_col_options options{};
    options.hidden = true;
    worksheet_set_column_opt(sheet, column_of(first), column_of(last), LXW_DEF_COL_WIDTH, nullptr,
                             &options);
  }

  /// Marks the cells from the first column of `first_row` on for which the formula holds, written
  /// as it stands for the upper left one.
  void alert(lxw_worksheet* sheet, int last_row, int columns, const std::string& formula,
             int first_row) {
    if (last_row < first_row) return;
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    std::string text = formula;
    condition.value_string = text.data();
    condition.format = book_.alert();
    worksheet_conditional_format_range(sheet, row_of(first_row), 0, row_of(last_row),
                                       column_of(columns - 1), &condition);
  }

  void write_line(lxw_worksheet* sheet, const std::vector<std::string_view>& texts,
                  lxw_format* format) {
    int column = 0;
    for (const std::string_view text : texts) {
      if (!text.empty()) Workbook::write(sheet, line_, column, text, format);
      ++column;
    }
    ++line_;
  }

  /// What the tables cannot show.
  void write_notes() {
    lxw_worksheet* sheet = book_.add_sheet(words_["sheet_notes"]);
    worksheet_set_column(sheet, 0, 0, 36, nullptr);
    worksheet_set_column(sheet, 1, 1, 66, nullptr);
    worksheet_set_column(sheet, 2, 5, 18, nullptr);
    for (const auto& [label, text] : texts_.facts) write_line(sheet, {label, text}, book_.text());
    ++line_;
    write_line(sheet, {words_["table"], "SHA-256"}, book_.heading());
    for (std::size_t table = 0; table < report_.form->tables.size(); ++table) {
      write_line(sheet, {report_.form->tables[table].caption, table_digest(report_, table)},
                 book_.text());
    }
    write_corrections(sheet);
    write_cells(sheet);
  }

  void write_corrections(lxw_worksheet* sheet) {
    if (report_.corrections.empty()) return;
    ++line_;
    write_line(sheet,
               {words_["corrections"], words_["sheet_before"], "date", "published_before", "cell",
                "digest_before"},
               book_.heading());
    for (const Correction& correction : report_.corrections) {
      const std::string date = correction.date.str();
      if (correction.cell == no_cell) {
        write_line(sheet, {"", correction.text, date}, book_.text());
        continue;
      }
      const CellSpec& spec = report_.form->cells[correction.cell];
      write_line(sheet,
                 {report_.form->cell_label(correction.cell), correction.text, date,
                  published_before(correction), spec.address,
                  table_digest(report_, spec.table, cells_before(report_, correction.date))},
                 book_.text());
    }
  }

  /// The cells that are more than a filed number. A cell that is not in this list is one.
  void write_cells(lxw_worksheet* sheet) {
    ++line_;
    write_line(sheet, {words_["item"], words_["note"], "cell", "state", "origin", "unit"},
               book_.heading());
    for (CellIndex index = 0; index < report_.form->cells.size(); ++index) {
      const Figure& figure = report_.figure(index);
      const bool plain = figure.is_number() && figure.origin == Origin::filed;
      if (places_.count(index) == 0 || (plain && report_.detail(index) == nullptr)) continue;
      const PublishedCell cell = published_cell(report_, index);
      write_line(sheet,
                 {report_.form->cell_label(index), cell.note, cell.address, cell.state, cell.origin,
                  cell.unit},
                 book_.text());
    }
  }

  const Report& report_;
  const Words& words_;
  const ReportBookTexts& texts_;
  Workbook book_;
  SheetPlaces places_;
  std::vector<TableSheet> tables_;
  std::map<CellIndex, double> missed_;
  int line_ = 0;  ///< next row of the sheet of notes
};

}  // namespace

std::string report_book(const Report& report, const Words& words, const ReportBookTexts& texts) {
  return BookMaker(report, words, texts).make();
}

}  // namespace gongkai
