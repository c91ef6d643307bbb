#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// The exit codes of every command.
enum ExitCode {
  exit_done = 0,
  exit_content_has_errors = 1,
  exit_wrong_use = 2,
  exit_system_failed = 3,
};

/// The language that the environment asks for (LC_ALL, LC_MESSAGES, LANG): Chinese where it begins
/// with zh, else English.
Language language_of_environment();

/// Where a command speaks: messages and progress on the standard error stream, results on the
/// standard output.
class Console {
 public:
  Console(Language language, bool quiet) : language_(language), quiet_(quiet) {}

  Language language() const { return language_; }
  bool quiet() const { return quiet_; }
  /// The words in the language of the run.
  const char* words(const char* en, const char* zh) const {
    return language_ == Language::en ? en : zh;
  }

  /// Prints all diagnostics with the lines of the site's files. What many files have in common is
  /// printed once, with a list of the others' places, unless `all` asks for each in full.
  void print(const Diagnostics& diagnostics, const std::filesystem::path& site,
             bool all = false) const;
  /// A line of result; not in quiet runs.
  void say(const std::string& line) const;
  /// A line on the standard error stream, in quiet runs too.
  void complain(const std::string& line) const;
  /// Shows how far long work is, on a terminal only; call with done == total to clear the line.
  void progress(std::size_t done, std::size_t total) const;

 private:
  Language language_;
  bool quiet_;
};

}  // namespace gongkai
