#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "session/session.h"

namespace gongkai {

/// What every command is told about the site.
struct SiteArguments {
  std::filesystem::path site = ".";
  int jobs = 1;
  std::optional<Date> today;
};

/// One word after `gongkai`: a file of its own in cli/, listed in commands.cc.
class Command {
 public:
  virtual ~Command() = default;

  virtual const char* name() const = 0;
  /// What it does, in a line of the help.
  virtual const char* summary(Language language) const = 0;
  /// Declares its options besides those of SiteArguments.
  virtual void declare(Options& options) = 0;
  /// Does it and returns the exit code. Throws for what no file can mend (disk, permissions).
  virtual int run(const SiteArguments& arguments, const Console& console) = 0;
};

/// The commands in the order of the help.
std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace gongkai
