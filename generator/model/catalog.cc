#include "model/catalog.h"

#include <algorithm>

namespace gongkai {

void Catalog::index() {
  by_agency_.reserve(agencies.size());
  for (const Agency& agency : agencies) {
    agency_by_id_[agency.id] = &agency;
    if (!agency.parent.empty()) children_[agency.parent].push_back(&agency);
  }
  for (const Report& report : reports) {
    by_year_[report.year].push_back(&report);
    by_agency_[report.agency].push_back(&report);
  }
}

const Agency* Catalog::agency(std::string_view id) const {
  const auto found = agency_by_id_.find(id);
  return found == agency_by_id_.end() ? nullptr : found->second;
}

const Form* Catalog::form(std::string_view id) const {
  const auto found =
      std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.id == id; });
  return found == forms.end() ? nullptr : &*found;
}

const Report* Catalog::report(const Agency& of, int year) const {
  const auto found = by_agency_.find(&of);
  if (found == by_agency_.end()) return nullptr;
  const auto& own = found->second;
  const auto it = std::find_if(own.begin(), own.end(),
                               [&](const Report* report) { return report->year == year; });
  return it == own.end() ? nullptr : *it;
}

const Report* Catalog::previous(const Report& of) const {
  if (const Report* own = report(*of.agency, of.year - 1)) return own;
  if (of.agency->succeeds.size() != 1) return nullptr;
  const Agency* before = agency(of.agency->succeeds[0]);
  // A predecessor counts only if it ended the year before.
  if (!before || !before->reports || before->reports->until != of.year - 1) return nullptr;
  return report(*before, of.year - 1);
}

std::vector<const Report*> Catalog::reports_of(const Agency& of) const {
  const auto found = by_agency_.find(&of);
  return found == by_agency_.end() ? std::vector<const Report*>() : found->second;
}

std::vector<const Report*> Catalog::reports_in(int year) const {
  const auto found = by_year_.find(year);
  return found == by_year_.end() ? std::vector<const Report*>() : found->second;
}

int Catalog::newest_year() const {
  int newest = 0;
  for (const Report& each : reports) {
    if (is_public(each)) newest = std::max(newest, each.year);
  }
  return newest;
}

std::vector<int> Catalog::years() const {
  std::vector<int> years;
  for (const auto& [year, list] : by_year_) years.push_back(year);
  return years;
}

std::vector<const Agency*> Catalog::children(const Agency& of) const {
  const auto found = children_.find(of.id);
  return found == children_.end() ? std::vector<const Agency*>() : found->second;
}

const AgencyKind& Catalog::kind(const Agency& of) const {
  return settings.kinds[static_cast<std::size_t>(of.kind)];
}

CellIndex continued_cell(const Form& form, CellIndex cell, const Form& earlier) {
  if (&form == &earlier || form.id == earlier.id) return cell;
  if (form.series.after != earlier.id || !form.series.continues[cell]) return no_cell;
  return earlier.cell(form.cells[cell].address);
}

std::string report_title(const Report& report) {
  std::string title = report.form->title;
  auto replace = [&](std::string_view name, const std::string& value) {
    const std::size_t at = title.find(name);
    if (at != std::string::npos) title.replace(at, name.size(), value);
  };
  replace("{year}", std::to_string(report.year));
  replace("{agency}", report.agency->name_in(report.year));
  return title;
}

}  // namespace gongkai
