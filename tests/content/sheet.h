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

/// The heads between which a cell stands, as the national form prints them.
std::string row_label(const std::string& form, const SheetCell& cell);
std::string column_label(const std::string& form, const SheetCell& cell);

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
