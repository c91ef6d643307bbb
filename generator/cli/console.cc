#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "diagnostics/grouping.h"
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

void Console::print(const Diagnostics& diagnostics, const std::filesystem::path& site,
                    bool all) const {
  const bool color = isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
  Printer printer({language_, color}, source_reader(site));
  const auto silent = [&](const Diagnostic& d) { return quiet_ && d.severity == Severity::hint; };
  if (all) {
    for (const Diagnostic& d : diagnostics.items()) {
      if (!silent(d)) std::fputs(printer.print(d).c_str(), stderr);
    }
    return;
  }
  for (const MessageGroup& group : grouped(diagnostics)) {
    if (silent(*group.first)) continue;
    std::string text = printer.print(*group.first);
    if (!group.others.empty()) text += printer.print_places(group.others);
    std::fputs(text.c_str(), stderr);
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
