#include "texts/same_tables.h"

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

// The cells of a table in two reports, while they are the same.
struct Comparison {
  int other_than_zero = 0;
  Mark first, first_before;  // of the first figure other than zero
};

bool is_same(const Report& report, const Report& before, CellIndex cell, Comparison& comparison) {
  const CellIndex earlier = continued_cell(*report.form, cell, *before.form);
  if (earlier == no_cell) return false;
  const Figure& now = report.figure(cell);
  const Figure& then = before.figure(earlier);
  if (now.state != then.state) return false;
  if (!now.is_number()) return true;
  if (now.value() != then.value()) return false;
  if (now.value().is_zero()) return true;
  if (comparison.other_than_zero++ == 0) {
    comparison.first = report.cells[cell].mark;
    comparison.first_before = before.cells[earlier].mark;
  }
  return true;
}

}  // namespace

void check_same_tables(const Catalog& catalog, const Report& report, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("same_tables"), catalog.settings);
  if (severity == RuleSeverity::off || report.status == Status::withdrawn) return;
  const Report* before = catalog.previous(report);
  if (!before || before->status == Status::withdrawn) return;
  const Form& form = *report.form;
  std::vector<Comparison> comparisons(form.tables.size());
  std::vector<bool> same(form.tables.size(), true);
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    const CellSpec& spec = form.cells[cell];
    // A head repeats what its rows say.
    if (spec.head || !same[spec.table]) continue;
    same[spec.table] = is_same(report, *before, cell, comparisons[spec.table]);
  }
  for (std::size_t i = 0; i < form.tables.size(); ++i) {
    const Comparison& it = comparisons[i];
    if (!same[i] || it.other_than_zero == 0) continue;
    Diagnostic& d = diagnostics.add(
        codes::same_tables, report.at(it.first),
        {form.tables[i].caption, std::to_string(before->year), std::to_string(it.other_than_zero)});
    d.severity = to_severity(severity);
    d.subject = report.agency->id + "/" + std::to_string(report.year) + "/" + form.tables[i].id;
    d.notes.push_back({&notes::same_table_before, before->at(it.first_before),
                       {std::to_string(before->year)}});
  }
}

}  // namespace gongkai
