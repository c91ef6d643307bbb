#include "import/table_import.h"

#include <algorithm>
#include <optional>

#include "diagnostics/codes/tables.h"
#include "import/agency_register.h"
#include "load/figure_reader.h"
#include "load/reader.h"
#include "model/folding.h"

namespace gongkai {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::uint32_t length_of(const SheetCell& cell) {
  return static_cast<std::uint32_t>(cell.text.size() + (cell.quoted ? 2 : 0));
}

/// Reads one file into the reports.
class FileImporter {
 public:
  FileImporter(const TableMapping& mapping, const SheetFile& file, Diagnostics& diagnostics)
      : mapping_(mapping), file_(file), diagnostics_(diagnostics) {}

  /// Finds the columns; false where some are missing or no kind of file fits.
  bool find_columns() {
    for (std::size_t i = 0; i < file_.rows.front().size(); ++i) {
      const SheetCell& cell = file_.rows.front()[i];
      const auto [first, added] = column_of_.emplace(trimmed(cell.text), i);
      if (!added) {
        Diagnostic& d = diagnostics_.add(codes::column_twice, at(cell), {trimmed(cell.text)});
        d.notes.push_back(
            {&notes::first_given_here, at(file_.rows.front()[first->second]), {}});
      }
    }
    choose_kind();
    if (!kind_) {
      Diagnostic& d = diagnostics_.add(codes::no_mapped_column, {file_.name, {1, 1}, 0},
                                       {mapping_.file});
      suggest(d, trimmed(file_.rows.front().back().text), mapped_headers());
      return false;
    }
    bool complete = require(mapping_.agency_column, mapping_.agency_mark);
    if (!mapping_.year) complete = require(mapping_.year_column, mapping_.year_mark) && complete;
    for (const RowCondition& condition : mapping_.only) {
      complete = require(condition.column, condition.mark) && complete;
    }
    for (const MappedColumn& column : kind_->columns) {
      complete = require(column.header, column.mark) && complete;
    }
    report_unplaced();
    return complete;
  }

  void read_rows(AgencyRegister& agencies, TableImport& result) {
    ImportedFile summary;
    summary.name = file_.name;
    summary.tables = captions();
    for (std::size_t i = 1; i < file_.rows.size(); ++i) {
      read_row(file_.rows[i], agencies, result, summary);
    }
    result.files.push_back(std::move(summary));
  }

 private:
  Position at(const SheetCell& cell) const { return {file_.name, cell.mark, length_of(cell)}; }

  const SheetCell& cell_of(const SheetRow& row, const std::string& header) const {
    return row[column_of_.at(header)];
  }

  // The kind of file of which most columns are here.
  void choose_kind() {
    std::size_t most = 0;
    for (const MappedFile& kind : mapping_.files) {
      const auto here = static_cast<std::size_t>(
          std::count_if(kind.columns.begin(), kind.columns.end(), [&](const MappedColumn& column) {
            return column_of_.contains(column.header);
          }));
      if (here > most) {
        most = here;
        kind_ = &kind;
      }
    }
  }

  std::vector<std::string> mapped_headers() const {
    std::vector<std::string> headers;
    for (const MappedFile& kind : mapping_.files) {
      for (const MappedColumn& column : kind.columns) headers.push_back(column.header);
    }
    return headers;
  }

  bool require(const std::string& header, Mark mark) {
    if (column_of_.contains(header)) return true;
    Diagnostic& d = diagnostics_.add(codes::column_missing,
                                     {file_.name, file_.rows.front().front().mark, 0}, {header});
    d.notes.push_back({&notes::mapped_here, {mapping_.file, mark, 0}, {}});
    std::vector<std::string> headers;
    for (const auto& [name, index] : column_of_) headers.push_back(name);
    suggest(d, header, headers);
    return false;
  }

  bool is_placed(const std::string& header) const {
    const auto mapped = [&](const auto& entry) { return entry.header == header; };
    return header == mapping_.agency_column || header == mapping_.year_column ||
           contains(mapping_.ignore, header) ||
           std::any_of(mapping_.only.begin(), mapping_.only.end(),
                       [&](const RowCondition& entry) { return entry.column == header; }) ||
           std::any_of(kind_->columns.begin(), kind_->columns.end(), mapped);
  }

  void report_unplaced() {
    for (const SheetCell& cell : file_.rows.front()) {
      const std::string header = trimmed(cell.text);
      if (!header.empty() && !is_placed(header)) {
        diagnostics_.add(codes::column_unplaced, at(cell), {header, mapping_.file});
      }
    }
  }

  std::string captions() const {
    std::string text;
    const Table* last = nullptr;
    for (const MappedColumn& column : kind_->columns) {
      const Table& table = mapping_.form->table_of(column.cell);
      if (&table == last) continue;
      last = &table;
      if (!text.empty()) text += ", ";
      text += table.number.empty() ? table.caption : table.number + " " + table.caption;
    }
    return text;
  }

  std::optional<int> year_of(const SheetRow& row) {
    if (mapping_.year) return mapping_.year;
    const SheetCell& cell = cell_of(row, mapping_.year_column);
    const std::string text = trimmed(cell.text);
    const auto number = Decimal::parse(text);
    if (number && text.size() == 4 && number->places() == 0 && number->units() >= 1900) {
      return static_cast<int>(number->units());
    }
    diagnostics_.add(codes::row_without_year, at(cell), {text, mapping_.year_column});
    return {};
  }

  void read_row(const SheetRow& row, AgencyRegister& agencies, TableImport& result,
                ImportedFile& summary) {
    for (const RowCondition& condition : mapping_.only) {
      if (trimmed(cell_of(row, condition.column).text) == condition.text) continue;
      ++summary.left_out;
      return;
    }
    const SheetCell& agency = cell_of(row, mapping_.agency_column);
    const std::string name = trimmed(agency.text);
    if (contains(mapping_.not_agencies, name)) {
      summary.not_agencies.push_back(name);
      return;
    }
    if (name.empty()) {
      diagnostics_.add(codes::row_without_agency, at(agency), {mapping_.agency_column});
      return;
    }
    const std::optional<int> year = year_of(row);
    const std::string& id = agencies.id_of(name, at(agency));
    if (!year || id.empty()) return;
    if (*year < mapping_.form->from_year || *year > mapping_.form->until_year) {
      diagnostics_.add(codes::row_of_other_years, at(agency),
                       {std::to_string(*year), mapping_.form->id});
      return;
    }
    ImportedReport& report = result.reports[{id, *year}];
    for (const MappedColumn& column : kind_->columns) {
      read_cell(cell_of(row, column.header), column, report);
    }
    ++summary.rows;
  }

  void read_cell(const SheetCell& cell, const MappedColumn& column, ImportedReport& report) {
    const std::optional<FiledCell> value = read_value(cell, column.cell);
    if (!value) return;
    const auto [first, added] = report.cells.try_emplace(column.cell, ImportedCell{*value, at(cell)});
    const ImportedCell& before = first->second;
    if (added || (before.filed.figure == value->figure &&
                  before.filed.detail.text == value->detail.text)) {
      return;
    }
    Diagnostic& d = diagnostics_.add(codes::cell_of_two_values, at(cell),
                                     {mapping_.form->cells[column.cell].address});
    d.notes.push_back({&notes::first_given_here, before.position, {}});
  }

  // As report.yaml reads a figure, after the synonyms of the mapping.
  std::optional<FiledCell> read_value(const SheetCell& cell, CellIndex index) {
    const CellSpec& spec = mapping_.form->cells[index];
    YamlNode node;
    node.text = trimmed(cell.text);
    const auto synonym = mapping_.synonyms.find(node.text);
    if (synonym != mapping_.synonyms.end()) node.text = synonym->second;
    node.kind = node.text == "~" ? YamlNode::Kind::null : YamlNode::Kind::scalar;
    node.mark = cell.mark;
    node.quoted = cell.quoted;
    FiledCell filed;
    filed.cell = index;
    if (spec.type == FigureType::text && node.is_scalar() && !node.text.empty() &&
        !is_not_applicable(node.text)) {
      filed.figure = Figure::without_number(State::text);
      filed.detail.text = node.text;
      return filed;
    }
    const std::optional<Figure> figure = read_figure({file_.name, diagnostics_}, node, spec);
    if (!figure) return {};
    filed.figure = *figure;
    return filed;
  }

  const TableMapping& mapping_;
  const SheetFile& file_;
  Diagnostics& diagnostics_;
  const MappedFile* kind_ = nullptr;
  std::map<std::string, std::size_t> column_of_;
};

}  // namespace

std::vector<FiledCell> ImportedReport::filed() const {
  std::vector<FiledCell> list;
  for (const auto& [index, cell] : cells) list.push_back(cell.filed);
  return list;
}

TableImport import_tables(const Catalog& catalog, const TableMapping& mapping,
                          const std::vector<SheetFile>& files, Diagnostics& diagnostics) {
  TableImport result;
  AgencyRegister agencies(catalog, mapping, diagnostics);
  for (const SheetFile& file : files) {
    FileImporter importer(mapping, file, diagnostics);
    if (importer.find_columns()) importer.read_rows(agencies, result);
  }
  result.agencies = agencies.take();
  return result;
}

}  // namespace gongkai
