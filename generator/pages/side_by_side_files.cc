#include "pages/side_by_side_files.h"

#include "compare/indicators.h"
#include "data/json.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/series_table.h"

namespace gongkai {

namespace {

/// A row of the comparison: a cell of the form.
struct ComparedRow {
  CellIndex cell;
  std::string label;
  std::string css_class;
};

/// The rows of a table: of a wide one its total column, of another one all its cells.
std::vector<ComparedRow> compared_rows(const Form& form, std::size_t table) {
  const std::string column = total_column(form.tables[table]);
  std::vector<ComparedRow> rows;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    const CellSpec& spec = form.cells[cell];
    if (spec.table != table || (!column.empty() && spec.column_id != column)) continue;
    const Row& row = form.row(cell);
    const bool is_total = row.total || (column.empty() && spec.total);
    const std::string& column_label = form.column(cell).label;
    std::string label = row.label.empty()  ? column_label
                        : !column.empty() ? row.label
                                           : row.label + "·" + column_label;
    const int depth = column.empty() ? 0 : row_depth(form.tables[table], row);
    rows.push_back({cell, std::move(label),
                    std::string(spec.head   ? "sum"
                                : is_total ? "total"
                                           : "leaf") +
                        " depth-" + std::to_string(depth)});
  }
  return rows;
}

void write_form(JsonWriter& json, const Form& form) {
  json.key(form.id).object().member("name", form.name);
  json.key("indicators").list();
  for (const Indicator& indicator : form.indicators) json.text(indicator.label);
  json.end().key("tables").list(JsonWriter::Layout::open);
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    json.object().member("caption", form.tables[table].caption).key("rows").list();
    for (const ComparedRow& row : compared_rows(form, table)) {
      json.list().text(row.label).text(row.css_class);
      const std::string& unit = form.cells[row.cell].unit;
      // Some forms say the unit in the label.
      if (!unit.empty() && row.label.find(unit) == std::string::npos) json.text(unit);
      json.end();
    }
    json.end().end();
  }
  json.end().end();
}

std::string portal_data(const PageContext& context) {
  const Catalog& catalog = context.library.catalog();
  std::string out;
  JsonWriter json(out);
  json.object(JsonWriter::Layout::open).key("kinds").list();
  for (const AgencyKind& kind : catalog.settings.kinds) json.text(kind.label);
  json.end().key("years").list();
  for (int year : context.library.years()) json.number(std::to_string(year));
  json.end().key("forms").object(JsonWriter::Layout::open);
  for (const Form* form : context.library.forms()) write_form(json, *form);
  json.end().key("agencies").list(JsonWriter::Layout::open);
  for (const Agency& agency : catalog.agencies) {
    if (context.library.reports_of(agency).empty()) continue;
    json.list().text(agency.id).text(agency_label(agency)).text(agency.name);
    json.number(std::to_string(agency.kind)).end();
  }
  json.end().end();
  return out;
}

/// The texts of a figure or an indicator: what is printed, and in small what stands beside it.
void write_texts(JsonWriter& json, const View& view, std::string_view beside) {
  const std::string& text = *view.get("text")->text();
  const std::string* detail = view.get(beside)->text();
  if (detail == nullptr) {
    json.text(text);
  } else {
    json.list().text(text).text(*detail).end();
  }
}

void write_report(JsonWriter& json, const PageContext& context, const Report& report) {
  const Form& form = *report.form;
  json.key(std::to_string(report.year)).object().member("form", form.id);
  json.member("report", relative_link(side_by_side_address, report_address(report)));
  if (report.scope_written) {
    json.member("scope", context.words[report.scope == Scope::all ? "scope_all" : "scope_own"]);
  }
  if (report.status == Status::draft) json.member("draft", context.words["draft"]);
  json.key("indicators").list();
  for (const Indicator& indicator : form.indicators) {
    write_texts(json, make_indicator(context, indicator, indicator_value(indicator, report)),
                "detail");
  }
  json.end().key("tables").list();
  for (std::size_t table = 0; table < form.tables.size(); ++table) {
    json.list();
    for (const ComparedRow& row : compared_rows(form, table)) {
      write_texts(json, make_figure(context, report, row.cell), "note");
    }
    json.end();
  }
  json.end().end();
}

std::string agency_data(const PageContext& context, const Agency& agency) {
  std::string out;
  JsonWriter json(out);
  json.object(JsonWriter::Layout::open);
  for (const Report* report : context.library.reports_of(agency)) {
    write_report(json, context, *report);
  }
  json.end();
  return out;
}

}  // namespace

std::string make_side_by_side_file(const PageContext& context, const Route& route) {
  std::string name;
  JsonWriter(name).text(route.agency == nullptr ? "portal" : "agencies/" + route.agency->id);
  return "gongkai_side_by_side.data(" + name + ", " +
         (route.agency == nullptr ? portal_data(context) : agency_data(context, *route.agency)) +
         ");\n";
}

}  // namespace gongkai
