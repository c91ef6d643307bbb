#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/sheet_files.h"
#include "import/table_mapping.h"
#include "model/catalog.h"
#include "write/filed_cell.h"

namespace gongkai {

/// One figure with the place from which it was taken.
struct ImportedCell {
  FiledCell filed;
  Position position;
};

/// An agency of the files: one of the site, or one that is to be made.
struct ImportedAgency {
  Agency agency;         ///< with its folder
  std::string kind;      ///< id of the kind, of a new agency
  bool is_new = false;
  Position position;     ///< where the files name it first
};

/// The figures of one agency and year, put together from all files.
struct ImportedReport {
  std::map<CellIndex, ImportedCell> cells;

  std::vector<FiledCell> filed() const;
};

/// What became of one file.
struct ImportedFile {
  std::string name;
  std::string tables;    ///< captions of the tables that it fills
  int rows = 0;          ///< that were taken
  int left_out = 0;      ///< by `only`
  std::vector<std::string> not_agencies;  ///< names of rows that the mapping calls none
};

struct TableImport {
  std::vector<ImportedFile> files;
  std::map<std::string, ImportedAgency> agencies;  ///< by id
  std::map<std::pair<std::string, int>, ImportedReport> reports;  ///< by id of the agency and year
};

/// Puts the figures of all files into reports, by the mapping. Every mistake is reported at its
/// place: a column that is missing or that nobody placed, a row without agency or year, a value that
/// its cell cannot hold, two different values for one cell, a name that gives no id or the id of
/// another agency. What comes with errors must not be written.
TableImport import_tables(const Catalog& catalog, const TableMapping& mapping,
                          const std::vector<SheetFile>& files, Diagnostics& diagnostics);

}  // namespace gongkai
