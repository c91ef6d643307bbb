#pragma once

#include <filesystem>
#include <optional>

#include "cli/console.h"
#include "session/session.h"

namespace gongkai {

/// What every command is told about the site.
struct SiteArguments {
  std::filesystem::path site = ".";
  int jobs = 1;
  std::optional<Date> today;
};

/// `gongkai check`: says what is wrong and publishes nothing.
int run_check(const SiteArguments& arguments, const Console& console);

struct BuildArguments {
  bool drafts = false;
  Failing failing = Failing::stop;
  bool adopt = false;
};

/// `gongkai build`: checks the site and brings public/ up to date, whole or not at all.
int run_build(const SiteArguments& arguments, const BuildArguments& build, const Console& console);

/// `gongkai serve`: shows the site on this machine, drafts and failing reports included, and reads
/// it again when a file has changed.
int run_serve(const SiteArguments& arguments, int port, const Console& console);

/// The line that ends a check: how many reports, errors and warnings.
std::string summary(const Session& session, const Console& console);

}  // namespace gongkai
