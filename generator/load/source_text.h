#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// What a text file may hold at most. A report has 3 kB, a narrative 5; this is for files that
/// were put into the wrong place.
inline constexpr std::size_t max_file_size = 1 << 20;

/// Where gongkai reads: files of the site, named by their path relative to its folder.
struct SiteFiles {
  std::filesystem::path folder;

  std::filesystem::path path(const std::string& file) const { return folder / file; }
  bool exists(const std::string& file) const;
};

/// A file's text with its name as positions print it.
struct SourceText {
  std::string file;
  std::string text;
};

/// Reads a text file that people wrote and checks its bytes: at most max_file_size, valid UTF-8,
/// no control characters but tab and line ends. A byte-order mark is dropped and CRLF becomes LF
/// (neither moves a column). Returns nothing after an error, which is added to `diagnostics`: all
/// that is wrong with the bytes, line by line, so that nothing half read goes on.
std::optional<SourceText> read_text(const SiteFiles& site, const std::string& file,
                                    Diagnostics& diagnostics);

/// The same checks on bytes that are in memory (tests, fuzzers).
std::optional<SourceText> check_text(std::string file, std::string bytes, Diagnostics& diagnostics);

}  // namespace gongkai
