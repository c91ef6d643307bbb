#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "diagnostics/printer.h"
#include "session/session.h"

namespace gongkai {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) {
      return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    }
  }
  return Language::en;
}

void Console::print(const Diagnostics& diagnostics, const std::filesystem::path& site) const {
  const bool color = isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
  Printer printer({language_, color}, source_reader(site));
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    if (quiet_ && diagnostic.severity == Severity::hint) continue;
    std::fputs(printer.print(diagnostic).c_str(), stderr);
  }
}

void Console::say(const std::string& line) const {
  if (quiet_) return;
  fmt::print("{}\n", line);
  // Both streams may lead into one file; what is said first must stand first.
  std::fflush(stdout);
}

void Console::complain(const std::string& line) const { fmt::print(stderr, "{}\n", line); }

void Console::progress(std::size_t done, std::size_t total) const {
  if (quiet_ || !isatty(STDERR_FILENO)) return;
  if (done >= total) {
    std::fputs("\r\x1b[K", stderr);
  } else {
    fmt::print(stderr, "\r{} / {}", done, total);
  }
  std::fflush(stderr);
}

}  // namespace gongkai
