#include "model/obligations.h"

#include <algorithm>
#include <set>

namespace gongkai {
namespace {

bool is_left_out(const Catalog& catalog, const Agency& agency, int year) {
  return std::find(catalog.left_out.begin(), catalog.left_out.end(),
                   std::pair(agency.id, year)) != catalog.left_out.end();
}

DutyState state_of_absent(const Duty& duty, const Date& today) {
  return duty.owed && duty.due && *duty.due < today ? DutyState::missing : DutyState::awaited;
}

DutyState state_of_filed(const Duty& duty, const Date& today) {
  const Report& report = *duty.report;
  if (report.status == Status::draft) return DutyState::draft;
  if (report.status == Status::withdrawn) return DutyState::withdrawn;
  if (!report.published) return DutyState::date_unknown;
  if (report.published->date > today) return DutyState::scheduled;
  if (!duty.due) return DutyState::published;
  return report.published->date <= *duty.due ? DutyState::on_time : DutyState::late;
}

}  // namespace

bool owes(const Agency& agency, int year) {
  return agency.reports && agency.reports->from <= year && year <= agency.reports->until;
}

std::optional<Date> due_day(const AgencyKind& kind, int year) {
  if (kind.due.empty()) return {};
  return day_of_year(kind.due, year + 1);
}

Duty duty_of(const Catalog& catalog, const Agency& agency, int year, const Report* report) {
  Duty duty;
  duty.agency = &agency;
  duty.year = year;
  duty.report = report;
  duty.owed = owes(agency, year);
  if (duty.owed) duty.due = due_day(catalog.kind(agency), year);
  duty.state = report ? state_of_filed(duty, catalog.today) : state_of_absent(duty, catalog.today);
  if (!duty.due) return duty;
  if (duty.state == DutyState::on_time || duty.state == DutyState::late) {
    duty.days_late = days_between(*duty.due, report->published->date);
  } else if (duty.state != DutyState::date_unknown) {
    duty.days_late = days_between(*duty.due, catalog.today);
  }
  return duty;
}

Duty duty_of(const Catalog& catalog, const Agency& agency, int year) {
  Duty duty = duty_of(catalog, agency, year, catalog.report(agency, year));
  if (!duty.report && is_left_out(catalog, agency, year)) duty.state = DutyState::left_out;
  return duty;
}

std::vector<Duty> duties_in(const Catalog& catalog, int year) {
  std::vector<Duty> duties;
  for (const Agency& agency : catalog.agencies) {
    const Duty duty = duty_of(catalog, agency, year);
    if (duty.owed || duty.report || duty.state == DutyState::left_out) duties.push_back(duty);
  }
  return duties;
}

std::vector<int> duty_years(const Catalog& catalog) {
  std::set<int, std::greater<>> years;
  for (int year : catalog.years()) years.insert(year);
  for (const Agency& agency : catalog.agencies) {
    if (!agency.reports) continue;
    const int last = std::min(agency.reports->until, newest_reporting_year(catalog));
    for (int year = agency.reports->from; year <= last; ++year) years.insert(year);
  }
  return {years.begin(), years.end()};
}

int newest_reporting_year(const Catalog& catalog) { return catalog.today.year - 1; }

}  // namespace gongkai
