#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "diagnostics/printer.h"
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
  /// Whether the report at an address was published before: then it is never held back.
  std::function<bool(const std::string& address)> was_published = [](const auto&) { return false; };
};

/// A site as far as it could be opened.
struct Session {
  std::shared_ptr<const Catalog> catalog;     ///< null where site.yaml cannot be read
  std::shared_ptr<const CheckResult> checks;  ///< null where there is no catalog
  std::shared_ptr<const Portal> portal;       ///< null where the content has errors
  std::vector<std::string> report_addresses;  ///< of the reports that the portal shows
  int held = 0;                               ///< reports held back
  Diagnostics diagnostics;                    ///< of all stages, sorted
};

/// Loads and checks a site and makes its portal. The one place that knows the order of the stages.
Session open_site(const SessionOptions& options);

/// Loads and checks only, texts and theme included: what `gongkai check` says.
Session check_site(const SessionOptions& options);

/// Gives the printer the lines of the site's files and of the built-in forms.
SourceReader source_reader(const std::filesystem::path& site);

}  // namespace gongkai
