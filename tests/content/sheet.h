#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// A published sheet as tests/real/ keeps it, and what the tests of the content make of it.
struct SheetCell {
  std::string table, row, column;    ///< ids of the form
  std::optional<std::string> value;  ///< as printed, without separators; none where blank
};

struct Sheet {
  std::string agency;  ///< folder of content/agencies/
  int year = 0;
  std::string form;
  std::vector<SheetCell> cells;  ///< in the order of the form
};

/// Reads `<agency>-<year>.json`.
Sheet read_sheet(const std::filesystem::path& file);
/// All sheets of a folder, by name.
std::vector<Sheet> read_sheets(const std::filesystem::path& folder);

/// The id of a row of `requests` by its key in tests/real/: `3.3.5` is internal_affairs.
std::string request_row(const std::string& key);

/// A report.yaml, with the place of every cell in it: line, and column in characters, from 1.
struct Written {
  std::string text;
  std::vector<std::pair<int, int>> places;  ///< by index in Sheet::cells
};
/// Writes a sheet as a clerk does: rows by the numbers or labels that the form prints.
/// `more` are further lines for the top level.
Written write_report(const Sheet& sheet, const std::string& more = {});

/// The narratives that every form of the sheets requires.
extern const char* const narratives;

/// What a run of gongkai printed, and its exit code.
struct Run {
  std::string console;
  int exit = 0;
};
/// Runs `<gongkai> build --lang en` on a site.
Run build(const std::filesystem::path& gongkai, const std::filesystem::path& site);

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
