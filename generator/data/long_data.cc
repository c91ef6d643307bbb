#include "data/long_data.h"

#include <algorithm>
#include <map>

#include "data/csv.h"
#include "model/digest.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

void write_header(CsvWriter& csv, const std::vector<DataColumn>& columns) {
  for (const DataColumn& column : columns) csv.plain(column.title);
  csv.end_line();
}

/// What the long form says of a corrected cell, oldest correction first.
struct Corrected {
  std::string dates, figures, digests;

  void add(const Report& report, const Correction& correction) {
    auto append = [](std::string& list, const std::string& text) {
      if (!list.empty()) list += ';';
      list += text;
    };
    append(dates, correction.date.str());
    append(figures, published_before(correction));
    append(digests, table_digest(report, report.form->cells[correction.cell].table,
                                 cells_before(report, correction.date)));
  }
};

std::vector<const Correction*> corrections_by_date(const Report& report) {
  std::vector<const Correction*> sorted;
  for (const Correction& correction : report.corrections) sorted.push_back(&correction);
  std::ranges::stable_sort(sorted, {}, [](const Correction* correction) { return correction->date; });
  return sorted;
}

std::map<CellIndex, Corrected> corrected_cells(const Report& report) {
  std::map<CellIndex, Corrected> corrected;
  for (const Correction* correction : corrections_by_date(report)) {
    if (correction->cell != no_cell) corrected[correction->cell].add(report, *correction);
  }
  return corrected;
}

void write_report(const Catalog& catalog, const Report& report, CsvWriter& csv) {
  const Form& form = *report.form;
  const std::string year = std::to_string(report.year);
  const std::map<CellIndex, Corrected> corrected = corrected_cells(report);
  static const Corrected not_corrected;
  for (CellIndex index = 0; index < form.cells.size(); ++index) {
    const CellSpec& spec = form.cells[index];
    const PublishedCell cell = published_cell(report, index);
    const auto found = corrected.find(index);
    const Corrected& before = found == corrected.end() ? not_corrected : found->second;
    csv.plain(report.agency->id);
    csv.text(report.agency->name_in(report.year));
    csv.plain(catalog.kind(*report.agency).id);
    csv.plain(year);
    csv.plain(form.id);
    csv.plain(data_word(report.scope));
    csv.plain(form.tables[spec.table].id);
    csv.plain(spec.row_id);
    csv.plain(spec.column_id);
    csv.text(form.cell_label(index));
    csv.plain(cell.value);
    csv.text(cell.text);
    csv.text(cell.unit);
    csv.plain(cell.state);
    csv.plain(cell.origin);
    csv.text(cell.note);
    csv.plain(before.dates);
    csv.plain(before.figures);
    csv.plain(before.digests);
    csv.end_line();
  }
}

}  // namespace

std::string published_before(const Correction& correction) {
  return correction.was.is_number() ? correction.was.value().str()
                                    : std::string(data_word(correction.was.state));
}

const std::vector<DataColumn>& long_data_columns() {
  static const std::vector<DataColumn> columns = {
      {"agency", "agency", "string"},
      {"agency_name", "agency_name", "string"},
      {"kind", "kind", "string"},
      {"year", "year", "integer"},
      {"form", "form", "string"},
      {"scope", "scope", "string"},
      {"table", "table", "string"},
      {"row", "row", "string"},
      {"column", "column", "string"},
      {"label", "label", "string"},
      {"value", "value", "decimal"},
      {"text", "text", "string"},
      {"unit", "unit", "string"},
      {"state", "state", "string"},
      {"origin", "origin", "string"},
      {"note", "note", "string"},
      {"corrected_on", "corrected_on", "date", ";"},
      {"published_before", "published_before", "string", ";"},
      {"digest_before", "digest_before", "string", ";"},
  };
  return columns;
}

const std::vector<DataColumn>& correction_columns() {
  static const std::vector<DataColumn> columns = {
      {"agency", "agency", "string"},
      {"year", "year", "integer"},
      {"date", "date", "date"},
      {"table", "table", "string"},
      {"row", "row", "string"},
      {"column", "column", "string"},
      {"published_before", "published_before", "string"},
      {"digest_before", "digest_before", "string"},
      {"text", "text", "string"},
  };
  return columns;
}

const std::vector<DataColumn>& report_list_columns() {
  static const std::vector<DataColumn> columns = {
      {"agency", "agency", "string"},       {"agency_name", "agency_name", "string"},
      {"kind", "kind", "string"},           {"parent", "parent", "string"},
      {"year", "year", "integer"},          {"form", "form", "string"},
      {"scope", "scope", "string"},         {"title", "title", "string"},
      {"published", "published", "string"}, {"corrections", "corrections", "integer"},
      {"source", "source", "string"},
  };
  return columns;
}

void write_long_data(const Catalog& catalog, std::span<const Report* const> reports,
                     std::string& out) {
  CsvWriter csv(out);
  write_header(csv, long_data_columns());
  for (const Report* report : reports) write_report(catalog, *report, csv);
}

void write_corrections(std::span<const Report* const> reports, std::string& out) {
  CsvWriter csv(out);
  write_header(csv, correction_columns());
  for (const Report* report : reports) {
    for (const Correction* correction : corrections_by_date(*report)) {
      static const CellSpec no_spec;
      const bool has_cell = correction->cell != no_cell;
      const CellSpec& spec = has_cell ? report->form->cells[correction->cell] : no_spec;
      csv.plain(report->agency->id);
      csv.plain(std::to_string(report->year));
      csv.plain(correction->date.str());
      csv.plain(has_cell ? std::string_view(report->form->tables[spec.table].id) : "");
      csv.plain(spec.row_id);
      csv.plain(spec.column_id);
      csv.plain(has_cell ? published_before(*correction) : "");
      csv.plain(has_cell
                    ? table_digest(*report, spec.table, cells_before(*report, correction->date))
                    : "");
      csv.text(correction->text);
      csv.end_line();
    }
  }
}

void write_report_list(const Catalog& catalog, std::span<const Report* const> reports,
                       std::string& out) {
  CsvWriter csv(out);
  write_header(csv, report_list_columns());
  for (const Report* report : reports) {
    csv.plain(report->agency->id);
    csv.text(report->agency->name_in(report->year));
    csv.plain(catalog.kind(*report->agency).id);
    csv.plain(report->agency->parent);
    csv.plain(std::to_string(report->year));
    csv.plain(report->form->id);
    csv.plain(data_word(report->scope));
    csv.text(report_title(*report));
    csv.plain(report->published ? report->published->str() : "");
    csv.plain(std::to_string(report->corrections.size()));
    csv.text(report->source ? report->source->url : "");
    csv.end_line();
  }
}

}  // namespace gongkai
