#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// What tests need that run gongkai on a site of their own.

/// What a run of gongkai printed, and its exit code.
struct Run {
  std::string console;
  int exit = 0;
};
/// Runs `<gongkai> build --lang en` on a site.
Run build(const std::filesystem::path& gongkai, const std::filesystem::path& site);
/// Runs another command the same way; `command` may have arguments of its own.
Run run_command(const std::filesystem::path& gongkai, const std::string& command,
                const std::filesystem::path& site);

struct Printed {
  std::string file;
  int line = 0, column = 0;
  std::string severity, message, code;
  std::string rest;  ///< the lines below it
};
/// The diagnostics of a console, in order.
std::vector<Printed> diagnostics(const std::string& console);

/// A new folder that goes away with the value.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void write_file(const std::filesystem::path& file, const std::string& text);
