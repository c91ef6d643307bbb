#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "diagnostics/source_lines.h"
#include "load/site_reader.h"
#include "pages/page_checks.h"
#include "portal/portal.h"

namespace gongkai {

/// What becomes of reports that break a rule of severity error.
enum class Failing {
  stop,   ///< nothing is published
  hold,   ///< they are held back like drafts, unless they are public already
  allow,  ///< they are published, marked
};

struct SessionOptions {
  std::filesystem::path site;
  int jobs = 1;
  std::optional<Date> today;  ///< none: today in the time zone of the site
  bool drafts = false;
  Failing failing = Failing::stop;
  PortalUse use = PortalUse::whole_site;
  bool strict = false;  ///< warnings count as errors, and known errors are not let through
  /// Whether the report at an address was published before: then it is never held back.
  std::function<bool(const std::string& address)> was_published = [](const auto&) { return false; };
};

/// A site as it was read. Its checks have not been asked yet, so that nobody waits for them who only
/// wants a page. Constant; for any number of threads.
struct OpenedSite {
  std::shared_ptr<const Catalog> catalog;         ///< null where site.yaml cannot be read
  std::shared_ptr<const CheckResult> checks;      ///< null where there is no catalog
  std::shared_ptr<const PageChecks> page_checks;  ///< null where there is no catalog
  std::shared_ptr<const Theme> theme;             ///< null where it has errors
  /// What the site is, if the checks find no error. Null where reading has found one already, and
  /// where it depends on the findings what is shown (Failing::hold).
  std::shared_ptr<const Portal> portal;
  Diagnostics said;  ///< by reading
};

/// A site as far as it could be opened.
struct Session {
  std::shared_ptr<const Catalog> catalog;     ///< null where site.yaml cannot be read
  std::shared_ptr<const CheckResult> checks;  ///< null where there is no catalog
  std::shared_ptr<const Portal> portal;       ///< null where what was found fails the run
  int held = 0;                               ///< reports held back
  Diagnostics diagnostics;                    ///< of all stages, sorted

  /// The addresses of the reports that the portal, which must be there, shows.
  std::vector<std::string> report_addresses() const;
};

/// Opens a site again whenever something has changed. What has not is taken over from the time
/// before, down to what the checks found; what comes out is the same as when it is opened anew.
/// The one place that knows the order of the stages. Not for several threads.
class SiteOpener {
 public:
  explicit SiteOpener(SessionOptions options);

  /// Reads what has changed; the first time everything.
  std::shared_ptr<const OpenedSite> open(const Changes& changes);

 private:
  SessionOptions options_;
  SiteReader reader_;
  std::shared_ptr<const OpenedSite> last_;
  std::shared_ptr<const Theme> theme_;
  Diagnostics theme_said_;
  bool theme_is_stale_ = true;
};

/// Whether what was found fails a run: an error does; with `strict` a warning too.
bool fails(const Diagnostics& diagnostics, bool strict);

/// Asks all checks that can fail a run. Nothing if `interrupted` said so before it was done; what was
/// found by then is kept for the next time. Callable from any thread.
std::optional<Session> judge(const OpenedSite& site, const SessionOptions& options,
                             const Interrupt& interrupted = never);

/// What else there is to say of a site, unless judge() has said it: it cannot fail a run, takes
/// longest, and may come later. Callable from any thread.
Diagnostics remarks_on(const OpenedSite& site, const SessionOptions& options);

/// Loads and checks a site and makes its portal.
Session open_site(const SessionOptions& options);

/// Loads and checks only, texts and theme included: what `gongkai check` says.
Session check_site(const SessionOptions& options);

/// Gives the printer the lines of the site's files and of the built-in forms.
SourceReader source_reader(const std::filesystem::path& site);

}  // namespace gongkai
