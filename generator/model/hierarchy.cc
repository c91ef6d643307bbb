#include "model/hierarchy.h"

#include <algorithm>
#include <optional>
#include <set>

#include "model/summing.h"

namespace gongkai {
namespace {

bool is_left_out(const Catalog& catalog, const Agency& agency, int year) {
  return std::find(catalog.left_out.begin(), catalog.left_out.end(), std::pair(agency.id, year)) !=
         catalog.left_out.end();
}

bool owes(const Agency& agency, int year) {
  return agency.reports && year >= agency.reports->from && year <= agency.reports->until;
}

/// Gathers the parts from the top down. An agency is visited once, so that a circle of parents,
/// which has been reported, ends.
class Gathering {
 public:
  Gathering(const Catalog& catalog, int year) : catalog_(catalog), year_(year) {}

  void below(const Agency& agency, bool may_miss) {
    if (!visited_.insert(&agency).second) return;
    for (const Agency* part : catalog_.children(agency)) add(*part, may_miss);
  }

  Parts parts;

 private:
  void add(const Agency& part, bool may_miss) {
    const bool has_parts = !catalog_.children(part).empty();
    const Report* report = catalog_.report(part, year_);
    const std::optional<Absence> absence = absence_of(part, report, has_parts);
    if (absence && may_miss) parts.missing.push_back({&part, *absence});
    const bool counts = report && !absence;
    if (counts) parts.reports.push_back(report);
    const bool covers_all = counts && report->scope == Scope::all;
    // The missing report of a whole stands for those below it: they are not named as well.
    if (has_parts && !covers_all) below(part, may_miss && !absence);
  }

  std::optional<Absence> absence_of(const Agency& part, const Report* report,
                                    bool has_parts) const {
    if (!report) {
      if (is_left_out(catalog_, part, year_)) return Absence::left_out;
      return owes(part, year_) ? std::optional(Absence::no_report) : std::nullopt;
    }
    if (report->status == Status::withdrawn) return Absence::withdrawn;
    if (report->status == Status::draft) return Absence::draft;
    if (!catalog_.is_public(*report)) return Absence::future;
    const bool own_office = catalog_.kind(part).body == "office" && !has_parts;
    if (own_office && report->scope == Scope::all) return Absence::other_scope;
    return {};
  }

  const Catalog& catalog_;
  int year_;
  std::set<const Agency*> visited_;
};

}  // namespace

Parts parts_of(const Catalog& catalog, const Agency& whole, int year) {
  Gathering gathering(catalog, year);
  gathering.below(whole, true);
  // In a circle of parents the whole would be its own part.
  std::erase_if(gathering.parts.reports, [&](const Report* r) { return r->agency == &whole; });
  return std::move(gathering.parts);
}

CellIndex same_cell(const Form& form, CellIndex cell, const Form& other) {
  const CellIndex earlier = continued_cell(form, cell, other);
  if (earlier != no_cell) return earlier;
  const CellIndex later = other.cell(form.cells[cell].address);
  return later != no_cell && continued_cell(other, later, form) == cell ? later : no_cell;
}

CellSum sum_of(const Parts& parts, const Form& form, CellIndex cell,
               std::optional<std::string_view> unit) {
  CellSum sum;
  for (const Report* report : parts.reports) {
    const CellIndex there = same_cell(form, cell, *report->form);
    if (there == no_cell || !is_summable(report->form->cells[there])) {
      sum.gaps.push_back({report, Gap::other_form});
      continue;
    }
    const Figure& figure = report->figure(there);
    if (figure.state == State::not_applicable) continue;
    if (!figure.is_number()) {
      sum.gaps.push_back({report, Gap::not_reported});
      continue;
    }
    // A zero is zero in every unit.
    if (!figure.value().is_zero()) {
      const std::string_view part_unit = unit_of(*report, there);
      if (!unit) unit = part_unit;
      if (part_unit != *unit) {
        sum.gaps.push_back({report, Gap::other_unit});
        continue;
      }
    }
    sum.value += figure.value();
  }
  sum.unit = unit.value_or(std::string_view(form.cells[cell].unit));
  return sum;
}

}  // namespace gongkai
