#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "diagnostics/source_lines.h"
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
  bool strict = false;  ///< warnings count as errors, and known errors are not let through
  /// Whether the report at an address was published before: then it is never held back.
  std::function<bool(const std::string& address)> was_published = [](const auto&) { return false; };
};

/// A site as far as it could be opened.
struct Session {
  std::shared_ptr<const Catalog> catalog;     ///< null where site.yaml cannot be read
  std::shared_ptr<const CheckResult> checks;  ///< null where there is no catalog
  std::shared_ptr<const Portal> portal;       ///< null where what was found fails the run
  std::vector<std::string> report_addresses;  ///< of the reports that the portal shows
  int held = 0;                               ///< reports held back
  Diagnostics diagnostics;                    ///< of all stages, sorted
};

/// Whether what was found fails a run: an error does; with `strict` a warning too.
bool fails(const Diagnostics& diagnostics, bool strict);

/// Loads and checks a site and makes its portal. The one place that knows the order of the stages.
Session open_site(const SessionOptions& options);

/// Loads and checks only, texts and theme included: what `gongkai check` says.
Session check_site(const SessionOptions& options);

/// Gives the printer the lines of the site's files and of the built-in forms.
SourceReader source_reader(const std::filesystem::path& site);

}  // namespace gongkai
