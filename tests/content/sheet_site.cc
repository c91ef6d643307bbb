#include "sheet_site.h"

#include <fmt/format.h>

#include <stdexcept>

#include "check/check.h"
#include "running.h"
#include "session/session.h"

namespace fs = std::filesystem;

AgencyKind kind_of(const Sheet& sheet) {
  if (sheet.agency.ends_with("-fgj")) return {"county", "department"};
  if (sheet.agency.ends_with("-office")) return {"province", "department"};
  return {"city", "government"};
}

std::shared_ptr<const gongkai::Catalog> load_sheets(const fs::path& folder,
                                                    const std::vector<Sheet>& sheets,
                                                    const std::string& more) {
  std::string kinds;
  for (const char* level : {"province", "city", "county", "town"}) {
    for (const char* body : {"government", "department"}) {
      kinds +=
          fmt::format("  - {{id: {0}-{1}, label: {0}-{1}, level: {0}, body: {1}}}\n", level, body);
    }
  }
  write_file(folder / "site.yaml", "title: 样例\nkinds:\n" + kinds);
  for (const Sheet& sheet : sheets) {
    const fs::path agency = folder / "content/agencies" / sheet.agency;
    const AgencyKind kind = kind_of(sheet);
    write_file(agency / "agency.yaml",
               fmt::format("name: {}\nkind: {}-{}\n", sheet.agency, kind.level, kind.body));
    const fs::path report = agency / std::to_string(sheet.year);
    write_file(
        report / "report.yaml",
        write_report(sheet, fmt::format("published: {}-01-20\n{}", sheet.year + 1, more)).text);
    write_file(report / "report.md", narratives);
  }
  gongkai::SessionOptions options;
  options.site = folder;
  // Later than every sheet, so that none lies in the future.
  options.today = gongkai::Date{2030, 1, 31};
  const gongkai::Session session = gongkai::check_site(options);
  if (!session.catalog || session.catalog->reports.size() != sheets.size()) {
    std::string errors = "the sheets cannot be loaded";
    for (const gongkai::Diagnostic& one : session.diagnostics.items()) {
      if (one.severity != gongkai::Severity::error || !one.rule.empty()) continue;
      errors += "\n" + one.position.file + ": " + message(one, gongkai::Language::en);
    }
    throw std::runtime_error(errors);
  }
  return session.catalog;
}

Failures found_by_gongkai(const gongkai::Catalog& catalog, const gongkai::Report& report) {
  Failures found;
  for (const gongkai::Finding& finding : gongkai::evaluate(catalog, report)) {
    if (finding.outcome == gongkai::Outcome::passed) ++found.assessed;
    if (finding.outcome != gongkai::Outcome::failed) continue;
    ++found.assessed;
    const Failure failure{finding.rule->id, report.form->cells[finding.cell()].address};
    (finding.severity == gongkai::RuleSeverity::error ? found.errors : found.warnings)
        .insert(failure);
  }
  return found;
}
