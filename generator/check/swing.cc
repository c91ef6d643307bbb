#include "check/swing.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/cell_place.h"
#include "check/finding.h"
#include "diagnostics/codes/hints.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

constexpr std::int64_t times = 5;
constexpr std::int64_t least = 20;  // below it a few cases more or fewer are no news
constexpr std::size_t most_said = 3;

Decimal larger(const Swing& swing) { return std::max(swing.now, swing.before); }
Decimal smaller(const Swing& swing) { return std::min(swing.now, swing.before); }

bool is_wide(const Swing& swing) {
  const Decimal low = smaller(swing), high = larger(swing);
  return !low.is_zero() && !low.is_negative() && !(high < Decimal(least)) && times * low < high;
}

// In a row with a total the total stands for the row.
bool stands_for_its_row(const Form& form, CellIndex cell) {
  const CellSpec& spec = form.cells[cell];
  if (spec.head || !form.column(cell).leaf) return false;
  if (!spec.row_parts.empty()) return true;
  const std::vector<CellIndex>& row = form.row(cell).cells;
  return std::none_of(row.begin(), row.end(),
                      [&](CellIndex beside) { return !form.cells[beside].row_parts.empty(); });
}

const std::string& unit_of(const Report& report, CellIndex cell) {
  const CellDetail* detail = report.detail(cell);
  return detail && !detail->unit.empty() ? detail->unit : report.form->cells[cell].unit;
}

}  // namespace

std::vector<Swing> find_swings(const Report& report, const Report& previous) {
  std::vector<Swing> swings;
  if (report.scope != previous.scope) return swings;
  const Form& form = *report.form;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (!report.figure(cell).is_number() || !stands_for_its_row(form, cell)) continue;
    const CellIndex earlier = continued_cell(form, cell, *previous.form);
    if (earlier == no_cell || !previous.figure(earlier).is_number()) continue;
    const Swing swing{cell, earlier, report.figure(cell).value(), previous.figure(earlier).value()};
    if (is_wide(swing) && unit_of(report, cell) == unit_of(previous, earlier)) {
      swings.push_back(swing);
    }
  }
  std::stable_sort(swings.begin(), swings.end(), [](const Swing& a, const Swing& b) {
    const auto ratio = [](const Swing& s) { return Decimal::quotient(larger(s), smaller(s), 1); };
    return ratio(a) > ratio(b);
  });
  return swings;
}

void check_swings(const Catalog& catalog, const Report& report, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("swing"), catalog.settings);
  const Report* previous = catalog.previous(report);
  if (severity == RuleSeverity::off || !previous || !catalog.is_public(*previous)) return;
  std::vector<Swing> swings = find_swings(report, *previous);
  const std::size_t unsaid = swings.size() - std::min(swings.size(), most_said);
  swings.resize(swings.size() - unsaid);
  std::sort(swings.begin(), swings.end(),
            [](const Swing& a, const Swing& b) { return a.cell < b.cell; });
  for (const Swing& swing : swings) {
    Diagnostic& d = diagnostics.add(codes::swing, position_of(report, swing.cell),
                                    {report.form->cell_label(swing.cell), swing.now.str(),
                                     swing.before.str(), std::to_string(previous->year),
                                     Decimal::quotient(larger(swing), smaller(swing), 1).str()});
    d.severity = to_severity(severity);
    d.subject = fmt::format("{}/{}/{}", report.agency->id, report.year,
                            report.form->cells[swing.cell].address);
    if (unsaid > 0 && &swing == &swings.back()) {
      d.notes.push_back({&notes::more_swings, {}, {std::to_string(unsaid)}});
    }
  }
}

}  // namespace gongkai
