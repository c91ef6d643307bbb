#include "write/filed_cell.h"

#include <algorithm>

#include "write/yaml_scalar.h"

namespace gongkai {

std::string cell_text(const Figure& figure, const CellDetail* detail) {
  std::string text = "~";
  switch (figure.state) {
    case State::figure:
      text = figure.value().str();
      break;
    case State::below_limit:
      text = "<1";
      break;
    case State::not_applicable:
      text = "N/A";
      break;
    case State::text:
      text = yaml_scalar(detail ? detail->text : std::string());
      break;
    case State::not_reported:
    case State::not_asked:
      break;
  }
  if (!detail || (detail->unit.empty() && detail->note.empty())) return text;
  text = "{value: " + text;
  if (!detail->unit.empty()) text += ", unit: " + yaml_scalar(detail->unit);
  if (!detail->note.empty()) text += ", note: " + yaml_scalar(detail->note);
  return text + "}";
}

bool same_figure(const Figure& in_report, const Figure& filed) {
  if (in_report.is_number() && filed.is_number()) return in_report.value() == filed.value();
  if (filed.state == State::not_reported && in_report.origin != Origin::filed) return true;
  return in_report.state == filed.state;
}

Report report_of(const Form& form, const std::vector<FiledCell>& cells) {
  Report report;
  report.form = &form;
  report.scope_written = true;
  report.cells.assign(form.cells.size(), {});
  report.blanks_are_zero.assign(form.tables.size(), false);
  for (const FiledCell& filed : cells) {
    report.cells[filed.cell].figure = filed.figure;
    const CellDetail& detail = filed.detail;
    if (!detail.note.empty() || !detail.unit.empty() || !detail.text.empty()) {
      report.details[filed.cell] = detail;
    }
    if (!form.cells[filed.cell].head) continue;
    const CellIndex first = form.row(filed.cell).cells.front();
    if (std::ranges::find(report.unsplit_heads, first) == report.unsplit_heads.end()) {
      report.unsplit_heads.push_back(first);
    }
  }
  return report;
}

}  // namespace gongkai
