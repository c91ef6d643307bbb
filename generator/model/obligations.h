#pragma once

#include <optional>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

/// What became of the report that an agency owes, or filed without owing it.
enum class DutyState {
  awaited,       ///< not there, and its last day has not passed; or there is no last day
  missing,       ///< not there, and its last day has passed
  on_time,       ///< published by its last day
  late,          ///< published after it
  published,     ///< published, and nothing to be late for: not owed, or no last day
  date_unknown,  ///< published, but nobody wrote down when
  scheduled,     ///< dated in the future
  draft,
  withdrawn,
  left_out,      ///< there, but an error keeps it from being read
};

/// One agency and one year. `due` comes from the agency's kind: it is the last day on which the
/// report may be published, in the year after the reporting year.
struct Duty {
  const Agency* agency = nullptr;
  int year = 0;
  const Report* report = nullptr;  ///< null where none was read
  bool owed = false;
  std::optional<Date> due;  ///< only where it is owed
  DutyState state = DutyState::awaited;
  /// Where there is a last day: how many days it came, or would come today, after it; negative
  /// before it. 0 on the day itself, and where the day of publication is not known.
  int days_late = 0;

  /// Whether the public can read it.
  bool is_published() const {
    return state == DutyState::on_time || state == DutyState::late ||
           state == DutyState::published || state == DutyState::date_unknown;
  }
  /// Whether it is owed, its last day has passed, and the public cannot read it. A withdrawn report
  /// was published once.
  bool is_overdue() const {
    return owed && due && !is_published() && state != DutyState::withdrawn && days_late > 0;
  }
};

/// Whether the agency owes a report for the year, by `reports:` in its agency.yaml.
bool owes(const Agency& agency, int year);

/// The last day for the report of a year of an agency of this kind; none where the kind has none.
std::optional<Date> due_day(const AgencyKind& kind, int year);

/// The agency's duty as the office sees it: drafts and reports with errors included.
Duty duty_of(const Catalog& catalog, const Agency& agency, int year);

/// The same where only `report` counts, which is null where there is none: what readers of a
/// portal that shows no other report can see.
Duty duty_of(const Catalog& catalog, const Agency& agency, int year, const Report* report);

/// The duties of one year, in the order of the agencies: all that owe a report, and all that filed
/// one without owing it.
std::vector<Duty> duties_in(const Catalog& catalog, int year);

/// The years for which an agency owes a report whose period is over, or filed one; newest first.
std::vector<int> duty_years(const Catalog& catalog);

/// The newest year whose reports can be due: the one before today's.
int newest_reporting_year(const Catalog& catalog);

}  // namespace gongkai
