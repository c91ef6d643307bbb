#include "session/session.h"

#include <fstream>
#include <iterator>

#include "diagnostics/codes/check.h"
#include "diagnostics/codes/parts.h"
#include "diagnostics/codes/strict.h"
#include "load/catalog.h"
#include "load/form.h"
#include "pages/pages.h"
#include "pages/routes.h"

namespace gongkai {
namespace {

bool is_rule_failure(const Diagnostic& diagnostic) {
  return diagnostic.wording == &codes::total_fails || diagnostic.wording == &codes::rule_fails ||
         diagnostic.wording == &codes::parts || diagnostic.wording == &codes::parts_exceed;
}

/// Decides what becomes of failing reports: which are held back, and whose failed rules are but
/// warnings for this run.
Selection select(const SessionOptions& options, const Catalog& catalog, const CheckResult& checks,
                 Session& session) {
  Selection selection;
  selection.drafts = options.drafts;
  std::set<std::string> lenient;  // files whose failed rules do not stop the build
  for (const Report& report : catalog.reports) {
    // What is not published yet may still be wrong, and must not keep the others back.
    const bool shown_draft = options.drafts && report.status == Status::draft;
    const bool unpublished = !catalog.is_public(report) && !shown_draft;
    if (unpublished) lenient.insert(report.file());
    if (unpublished || options.failing == Failing::stop || !checks.fails(report)) continue;
    if (options.failing == Failing::hold) {
      if (options.was_published(report_address(report))) {
        session.diagnostics.add(codes::cannot_hold, report.at(report.form_mark));
        continue;
      }
      selection.held.emplace(report.agency->id, report.year);
      session.diagnostics.add(codes::report_held, report.at(report.form_mark));
      ++session.held;
    }
    lenient.insert(report.file());
  }
  for (Diagnostic diagnostic : checks.diagnostics.items()) {
    if (is_rule_failure(diagnostic) && lenient.count(diagnostic.position.file) &&
        diagnostic.severity == Severity::error) {
      diagnostic.severity = Severity::warning;
    }
    session.diagnostics.add(std::move(diagnostic));
  }
  return selection;
}

/// A strict run lets no published error through.
void refuse_known_errors(const CheckResult& checks, Diagnostics& diagnostics) {
  for (const Finding& finding : checks.notable) {
    if (finding.outcome != Outcome::known) continue;
    const Form& form = *finding.report->form;
    Diagnostic& refused = diagnostics.add(
        codes::known_error_refused, finding.report->at(finding.explanation->mark),
        {finding.rule->id, form.cell_label(finding.cell()), relation_in_numbers(finding)});
    refused.subject = finding.report->agency->id + "/" + std::to_string(finding.report->year) +
                      "/" + form.cells[finding.cell()].address;
  }
}

/// All stages but the portal itself.
struct Checked {
  Session session;
  Selection selection;
  std::shared_ptr<const Theme> theme;
};

Checked run_checks(const SessionOptions& options) {
  Checked checked;
  Session& session = checked.session;
  session.catalog = load_catalog({options.site}, {options.jobs, options.today}, session.diagnostics);
  if (!session.catalog) {
    session.diagnostics.sort();
    return checked;
  }
  const Catalog& catalog = *session.catalog;
  session.checks = std::make_shared<CheckResult>(check(catalog, options.jobs));
  checked.selection = select(options, catalog, *session.checks, session);
  if (options.strict) refuse_known_errors(*session.checks, session.diagnostics);
  check_pages(catalog, checked.selection, options.jobs, session.diagnostics);
  checked.theme = load_theme(options.site, catalog.settings.theme, catalog.settings.language,
                             session.diagnostics);
  session.diagnostics.sort();
  return checked;
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

bool fails(const Diagnostics& diagnostics, bool strict) {
  return diagnostics.has_errors() || (strict && diagnostics.count(Severity::warning) > 0);
}

Session open_site(const SessionOptions& options) {
  Checked checked = run_checks(options);
  Session& session = checked.session;
  if (fails(session.diagnostics, options.strict)) return std::move(session);
  const Library library(*session.catalog, checked.selection);
  for (const Report* report : library.reports()) {
    session.report_addresses.push_back(report_address(*report));
  }
  session.portal = std::make_shared<Portal>(options.site, session.catalog, session.checks,
                                            checked.theme, checked.selection, options.jobs);
  return std::move(session);
}

Session check_site(const SessionOptions& options) { return run_checks(options).session; }

SourceReader source_reader(const std::filesystem::path& site) {
  return [site](const std::string& file) -> std::optional<std::string> {
    if (auto text = builtin_form_text(file)) return text;
    if (auto text = read_file(site / file)) return text;
    // A file that a command was given by its name.
    return read_file(file);
  };
}

}  // namespace gongkai
