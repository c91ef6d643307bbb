#include "session/session.h"

#include <fstream>
#include <iterator>

#include "diagnostics/codes/check.h"
#include "diagnostics/codes/parts.h"
#include "diagnostics/codes/strict.h"
#include "load/form.h"
#include "pages/routes.h"
#include "theme/theme.h"

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
  Diagnostics found = checks.diagnostics();
  if (!lenient.empty()) {
    for (Diagnostic& diagnostic : found.items()) {
      if (diagnostic.severity == Severity::error && is_rule_failure(diagnostic) &&
          lenient.count(diagnostic.position.file)) {
        diagnostic.severity = Severity::warning;
      }
    }
  }
  session.diagnostics.append(std::move(found));
  return selection;
}

/// A strict run lets no published error through.
void refuse_known_errors(const Catalog& catalog, const CheckResult& checks,
                         Diagnostics& diagnostics) {
  for (const Report& report : catalog.reports) {
    for (const Finding& finding : checks.of(report).notable) {
      if (finding.outcome != Outcome::known) continue;
      const Form& form = *report.form;
      Diagnostic& refused = diagnostics.add(
          codes::known_error_refused, report.at(finding.explanation->mark),
          {finding.rule->id, form.cell_label(finding.cell()), relation_in_numbers(finding)});
      refused.subject = report.agency->id + "/" + std::to_string(report.year) + "/" +
                        form.cells[finding.cell()].address;
    }
  }
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

std::vector<std::string> Session::report_addresses() const {
  std::vector<std::string> addresses;
  for (const Report* report : portal->library().reports()) {
    addresses.push_back(report_address(*report));
  }
  return addresses;
}

SiteOpener::SiteOpener(SessionOptions options)
    : options_(std::move(options)), reader_({options_.site}, {options_.jobs, options_.today}) {}

std::shared_ptr<const OpenedSite> SiteOpener::open(const Changes& changes) {
  auto site = std::make_shared<OpenedSite>();
  site->catalog = reader_.read(changes, site->said);
  theme_is_stale_ = theme_is_stale_ || changes.touch("themes");
  if (!site->catalog) return site;
  const Catalog& catalog = *site->catalog;
  const Selection selection{options_.drafts, {}};
  if (last_) {
    const std::vector<std::size_t> places = unchanged_since(*last_->catalog, catalog);
    site->checks = std::make_shared<const CheckResult>(catalog, places, *last_->checks);
    site->page_checks =
        std::make_shared<const PageChecks>(catalog, selection, places, *last_->page_checks);
  } else {
    site->checks = std::make_shared<const CheckResult>(catalog);
    site->page_checks = std::make_shared<const PageChecks>(catalog, selection);
  }
  const bool new_theme = theme_is_stale_ || !last_ ||
                         last_->catalog->settings.theme != catalog.settings.theme ||
                         last_->catalog->settings.language != catalog.settings.language;
  if (new_theme) {
    theme_is_stale_ = false;
    theme_said_ = {};
    theme_ = load_theme(options_.site, catalog.settings.theme, catalog.settings.language,
                        theme_said_);
  }
  site->theme = theme_;
  site->said.append(theme_said_);
  if (theme_ && !site->said.has_errors() && options_.failing != Failing::hold) {
    site->portal = std::make_shared<const Portal>(options_.site, site->catalog, site->checks, theme_,
                                                  selection, options_.jobs, options_.use);
  }
  last_ = site;
  return site;
}

std::optional<Session> judge(const OpenedSite& site, const SessionOptions& options,
                             const Interrupt& interrupted) {
  Session session{site.catalog, site.checks, nullptr, 0, site.said};
  if (!site.catalog) {
    session.diagnostics.sort();
    return session;
  }
  const Catalog& catalog = *site.catalog;
  if (!site.checks->complete(options.jobs, interrupted)) return {};
  const Selection selection = select(options, catalog, *site.checks, session);
  if (options.strict) refuse_known_errors(catalog, *site.checks, session.diagnostics);
  std::shared_ptr<const PageChecks> page_checks = site.page_checks;
  if (!selection.held.empty()) page_checks = std::make_shared<const PageChecks>(catalog, selection);
  if (!page_checks->complete(options.jobs, interrupted)) return {};
  session.diagnostics.append(page_checks->diagnostics());
  if (across_reports_may_fail(catalog.settings)) {
    session.diagnostics.append(check_across_reports(catalog, options.jobs));
  }
  session.diagnostics.sort();
  if (fails(session.diagnostics, options.strict)) return session;
  session.portal = site.portal;
  if (!session.portal) {
    session.portal = std::make_shared<const Portal>(options.site, site.catalog, site.checks,
                                                    site.theme, selection, options.jobs,
                                                    options.use);
  }
  return session;
}

Diagnostics remarks_on(const OpenedSite& site, const SessionOptions& options) {
  if (!site.catalog || across_reports_may_fail(site.catalog->settings)) return {};
  return check_across_reports(*site.catalog, options.jobs);
}

Session open_site(const SessionOptions& options) {
  const std::shared_ptr<const OpenedSite> site = SiteOpener(options).open(Changes::everything());
  Session session = *judge(*site, options);
  session.diagnostics.append(remarks_on(*site, options));
  session.diagnostics.sort();
  if (fails(session.diagnostics, options.strict)) session.portal.reset();
  return session;
}

Session check_site(const SessionOptions& options) {
  Session session = open_site(options);
  session.portal.reset();
  return session;
}

SourceReader source_reader(const std::filesystem::path& site) {
  return [site](const std::string& file) -> std::optional<std::string> {
    if (auto text = builtin_form_text(file)) return text;
    if (auto text = read_file(site / file)) return text;
    // A file that a command was given by its name.
    return read_file(file);
  };
}

}  // namespace gongkai
