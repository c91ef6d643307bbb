#include "data/codebook.h"

#include "data/csv.h"
#include "data/json.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

using Layout = JsonWriter::Layout;

std::string year_list(const std::set<int>& years) {
  std::string list;
  for (const int year : years) list += (list.empty() ? "" : ";") + std::to_string(year);
  return list;
}

std::string_view role(const CellSpec& spec) {
  if (spec.head) return "head";
  return spec.total ? "total" : "figure";
}

void write_cell(const Form& form, CellIndex cell, JsonWriter& json) {
  const CellSpec& spec = form.cells[cell];
  json.object()
      .member("address", spec.address)
      .member("table", form.tables[spec.table].id)
      .member("row", spec.row_id)
      .member("column", spec.column_id)
      .optional("number", form.row(cell).number)
      .member("label", form.cell_label(cell))
      .member("type", data_word(spec.type))
      .optional("unit", spec.unit);
  if (spec.digits) json.key("digits").number(std::to_string(*spec.digits));
  json.member("role", role(spec)).member("series", series_word(form, cell)).end();
}

}  // namespace

std::string_view series_word(const Form& form, CellIndex cell) {
  if (form.series.after.empty()) return "start";
  return form.series.continues[cell] ? "continues" : "break";
}

const std::vector<DataColumn>& codebook_columns() {
  static const std::vector<DataColumn> columns = {
      {"form", "form", "string"},       {"address", "address", "string"},
      {"table", "table", "string"},     {"row", "row", "string"},
      {"column", "column", "string"},   {"number", "number", "string"},
      {"caption", "caption", "string"}, {"label", "label", "string"},
      {"type", "type", "string"},       {"unit", "unit", "string"},
      {"digits", "digits", "integer"},  {"role", "role", "string"},
      {"series", "series", "string"},   {"after", "after", "string"},
      {"years", "years", "integer", ";"},
  };
  return columns;
}

void write_codebook_csv(const std::vector<CodebookForm>& forms, std::string& out) {
  CsvWriter csv(out);
  for (const DataColumn& column : codebook_columns()) csv.plain(column.title);
  csv.end_line();
  for (const CodebookForm& entry : forms) {
    const Form& form = *entry.form;
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
      const CellSpec& spec = form.cells[cell];
      csv.plain(form.id);
      csv.plain(spec.address);
      csv.plain(form.tables[spec.table].id);
      csv.plain(spec.row_id);
      csv.plain(spec.column_id);
      csv.text(form.row(cell).number);
      csv.text(form.tables[spec.table].caption);
      csv.text(form.cell_label(cell));
      csv.plain(data_word(spec.type));
      csv.text(spec.unit);
      csv.plain(spec.digits ? std::to_string(*spec.digits) : "");
      csv.plain(role(spec));
      csv.plain(series_word(form, cell));
      csv.plain(form.series.after);
      csv.plain(year_list(entry.years));
      csv.end_line();
    }
  }
}

void write_codebook_json(const std::vector<CodebookForm>& forms, std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open).key("forms").list(Layout::open);
  for (const CodebookForm& entry : forms) {
    const Form& form = *entry.form;
    json.object(Layout::open)
        .member("id", form.id)
        .member("name", form.name)
        .optional("basis", form.basis)
        .optional("after", form.series.after);
    json.key("years").list();
    for (const int year : entry.years) json.number(std::to_string(year));
    json.end();
    json.key("cells").list(Layout::open);
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) write_cell(form, cell, json);
    json.end().end();
  }
  json.end().end();
  out += '\n';
}

}  // namespace gongkai
