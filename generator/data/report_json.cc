#include "data/report_json.h"

#include <algorithm>

#include "data/json.h"
#include "data/long_data.h"
#include "model/digest.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

using Layout = JsonWriter::Layout;

void write_cell(const Report& report, CellIndex index, JsonWriter& json) {
  const CellSpec& spec = report.form->cells[index];
  const PublishedCell cell = published_cell(report, index);
  json.object().member("row", spec.row_id).member("column", spec.column_id);
  json.key("value");
  if (cell.value.empty()) {
    json.null();
  } else {
    json.number(cell.value);
  }
  json.optional("text", cell.text)
      .optional("unit", cell.unit)
      .member("state", cell.state)
      .optional("origin", cell.origin)
      .optional("note", cell.note)
      .end();
}

void write_table(const Report& report, std::size_t table, JsonWriter& json) {
  const Form& form = *report.form;
  json.object(Layout::open)
      .member("id", form.tables[table].id)
      .member("caption", form.tables[table].caption)
      .member("sha256", table_digest(report, table));
  json.key("blanks_declared_zero").truth(report.blanks_are_zero[table]);
  json.key("cells").list(Layout::open);
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (form.cells[cell].table == table) write_cell(report, cell, json);
  }
  json.end().end();
}

void write_correction(const Report& report, const Correction& correction, JsonWriter& json) {
  json.object().member("date", correction.date.str());
  if (correction.cell != no_cell) {
    const CellSpec& spec = report.form->cells[correction.cell];
    json.member("table", report.form->tables[spec.table].id)
        .member("row", spec.row_id)
        .member("column", spec.column_id)
        .member("published_before", published_before(correction))
        .member("digest_before",
                table_digest(report, spec.table, cells_before(report, correction.date)));
  }
  json.optional("text", correction.text).end();
}

void write_answers(std::string_view key, const Report& report,
                   const std::vector<Explanation>& answers, JsonWriter& json) {
  if (answers.empty()) return;
  json.key(key).list(Layout::open);
  for (const Explanation& answer : answers) {
    json.object()
        .member("rule", answer.rule)
        .member("cell", report.form->cells[answer.cell].address);
    json.key("found").number(answer.found.str());
    json.key("expected").number(answer.expected.str());
    json.member("text", answer.text).end();
  }
  json.end();
}

}  // namespace

void write_report_json(const Catalog& catalog, const Report& report, bool lines,
                       std::string& out) {
  const Agency& agency = *report.agency;
  JsonWriter json(out, lines);
  json.object(Layout::open);
  json.key("agency")
      .object()
      .member("id", agency.id)
      .member("name", agency.name_in(report.year))
      .member("kind", catalog.kind(agency).id)
      .optional("parent", agency.parent)
      .end();
  json.key("year").number(std::to_string(report.year));
  json.member("form", report.form->id)
      .optional("basis", report.form->basis)
      .member("scope", data_word(report.scope))
      .member("title", report_title(report))
      .optional("published", report.published ? report.published->str() : "");
  if (report.source) {
    json.key("source")
        .object()
        .optional("title", report.source->title)
        .optional("url", report.source->url)
        .end();
  }
  json.key("tables").list(Layout::open);
  for (std::size_t table = 0; table < report.form->tables.size(); ++table) {
    write_table(report, table, json);
  }
  json.end();
  if (!report.corrections.empty()) {
    json.key("corrections").list(Layout::open);
    for (const Correction& correction : report.corrections) {
      write_correction(report, correction, json);
    }
    json.end();
  }
  write_answers("explanations", report, report.explanations, json);
  write_answers("known_errors", report, report.known_errors, json);
  json.end();
  if (lines) out += '\n';
}

}  // namespace gongkai
