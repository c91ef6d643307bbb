#include "compare/rollup.h"

#include <algorithm>

#include "model/summing.h"

namespace gongkai {
namespace {

const Form* form_of_most(const Parts& parts) {
  std::map<const Form*, int> counts;
  const Form* most = nullptr;
  for (const Report* part : parts.reports) ++counts[part->form];
  for (const Report* part : parts.reports) {
    if (!most || counts[part->form] > counts[most]) most = part->form;
  }
  return most;
}

// A head that one part filed unsplit can only be added up unsplit.
std::vector<CellIndex> unsplit_heads(const Parts& parts, const Form& form) {
  std::vector<CellIndex> heads;
  for (const Report* part : parts.reports) {
    if (part->form == &form) {
      heads.insert(heads.end(), part->unsplit_heads.begin(), part->unsplit_heads.end());
    }
  }
  std::sort(heads.begin(), heads.end());
  heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
  return heads;
}

void add_up(Rollup& rollup, CellIndex cell) {
  const Form& form = *rollup.report.form;
  CellSum sum = sum_of(rollup.parts, form, cell, {});
  if (!sum.gaps.empty()) {
    rollup.gaps.emplace(cell, std::move(sum.gaps));
    return;
  }
  // More digits than a figure may have cannot be filed.
  if (!Decimal::parse(sum.value.str())) return;
  rollup.report.cells[cell].figure = Figure::of(sum.value);
  if (form.cells[cell].unit.empty() && !sum.unit.empty()) {
    rollup.report.details[cell].unit = sum.unit;
  }
}

}  // namespace

Rollup roll_up(const Catalog& catalog, const Agency& whole, int year) {
  Rollup rollup;
  rollup.parts = parts_of(catalog, whole, year);
  Report& report = rollup.report;
  report.agency = &whole;
  report.year = year;
  report.folder = whole.folder + "/" + std::to_string(year);
  report.status = Status::draft;
  report.scope = Scope::all;
  report.scope_written = true;
  report.form = form_of_most(rollup.parts);
  if (!report.form) return rollup;
  report.cells.assign(report.form->cells.size(), {});
  report.blanks_are_zero.assign(report.form->tables.size(), false);
  report.unsplit_heads = unsplit_heads(rollup.parts, *report.form);
  for (CellIndex cell = 0; cell < report.form->cells.size(); ++cell) {
    if (is_summable(report.form->cells[cell])) add_up(rollup, cell);
  }
  return rollup;
}

}  // namespace gongkai
