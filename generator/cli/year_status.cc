#include "cli/year_status.h"

#include <map>

#include "diagnostics/codes/check.h"
#include "pages/routes.h"

namespace gongkai {
namespace {

struct Counts {
  int errors = 0, warnings = 0;
};

// Rules are counted from the findings: of a report that is not published yet the messages say less.
bool is_of_a_rule(const Diagnostic& diagnostic) {
  return diagnostic.wording == &codes::total_fails || diagnostic.wording == &codes::rule_fails;
}

// content/agencies/town/2024 of a file in it.
std::string folder_of(const std::string& file) { return file.substr(0, file.rfind('/')); }

std::map<std::string, Counts> count_by_folder(const Session& session) {
  std::map<std::string, Counts> counts;
  for (const Diagnostic& diagnostic : session.diagnostics.items()) {
    if (is_of_a_rule(diagnostic)) continue;
    Counts& of_folder = counts[folder_of(diagnostic.position.file)];
    if (diagnostic.severity == Severity::error) ++of_folder.errors;
    if (diagnostic.severity == Severity::warning) ++of_folder.warnings;
  }
  for (const Report& report : session.catalog->reports) {
    for (const Finding& finding : session.checks->of(report).notable) {
      if (finding.outcome != Outcome::failed) continue;
      Counts& of_folder = counts[report.folder];
      if (finding.severity == RuleSeverity::error) ++of_folder.errors;
      if (finding.severity == RuleSeverity::warning) ++of_folder.warnings;
    }
  }
  return counts;
}

}  // namespace

StatusSums YearStatus::sums() const {
  StatusSums sums;
  for (const AgencyStatus& agency : agencies) {
    sums.owed += agency.duty.owed;
    sums.received += agency.received;
    sums.failing += agency.errors > 0;
    sums.ready += agency.ready;
    sums.published += agency.published;
    sums.overdue += agency.duty.is_overdue();
  }
  return sums;
}

YearStatus year_status(const Session& session, int year, const Manifest& live) {
  const Catalog& catalog = *session.catalog;
  std::map<std::string, Counts> counts = count_by_folder(session);
  YearStatus status{year, catalog.today, {}};
  for (const Duty& duty : duties_in(catalog, year)) {
    AgencyStatus agency;
    agency.duty = duty;
    agency.received = duty.report || duty.state == DutyState::left_out;
    const Counts& of_folder = counts[duty.report ? duty.report->folder
                                                 : duty.agency->folder + "/" + std::to_string(year)];
    agency.errors = of_folder.errors;
    agency.warnings = of_folder.warnings;
    agency.ready = duty.report && agency.errors == 0 &&
                   (duty.is_published() || duty.state == DutyState::scheduled);
    agency.published =
        duty.report && duty.is_published() && live.has(report_address(*duty.report));
    status.agencies.push_back(std::move(agency));
  }
  return status;
}

}  // namespace gongkai
