#include "data/report_book.h"

#include "data/difference_marks.h"
#include "data/long_data.h"
#include "data/rule_formula.h"
#include "data/table_sheet.h"
#include "model/digest.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

constexpr int difference_column = 5;  ///< of the sheet of checks; hidden

bool is_assessed(Outcome outcome) {
  return outcome != Outcome::not_assessed && outcome != Outcome::not_applicable;
}

double missed_by(const Finding& finding) {
  if (holds(finding.found, finding.instance->relation.comparator, finding.expected)) return 0;
  switch (finding.instance->relation.comparator) {
    case Comparator::less:
    case Comparator::greater:
    case Comparator::not_equal:
      return 1;
    default:
      return std::stod((finding.found - finding.expected).str());
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
    DifferenceMarks marks(book_, places_);
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
      const double missed = computed ? 0 : missed_by(*check.finding);
      worksheet_write_formula_num(sheet, static_cast<lxw_row_t>(row), difference_column,
                                  difference(*check.finding).c_str(), nullptr, missed);
      marks.add(check.finding->cell(), {sheet, row, difference_column}, missed);
    }
    worksheet_set_column(sheet, 0, 0, 50, nullptr);
    worksheet_set_column(sheet, 1, 4, 28, nullptr);
    DifferenceMarks::hide(sheet, difference_column, difference_column);
    DifferenceMarks::alert(book_, sheet, 1, row, difference_column, "=AND(ISNUMBER($F2),$F2<>0)");
    marks.write(tables_);
  }

  std::string difference(const Finding& finding) const {
    const auto previous = [&](CellIndex cell) -> std::optional<Decimal> {
      return finding.previous
          ->figure(continued_cell(*finding.report->form, cell, *finding.previous->form))
          .value();
    };
    return RuleFormulas(*report_.form, places_, previous).difference(finding.instance->relation);
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
  int line_ = 0;  ///< next row of the sheet of notes
};

}  // namespace

std::string report_book(const Report& report, const Words& words, const ReportBookTexts& texts) {
  return BookMaker(report, words, texts).make();
}

}  // namespace gongkai
