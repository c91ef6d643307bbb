#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "import/sheet_rows.h"

namespace gongkai {

/// A table of figures as it was read: the first row holds the headers.
struct SheetFile {
  std::string name;  ///< a path from the working directory; of a workbook, with the sheet's name
  std::vector<SheetRow> rows;
};

/// Reads the tables of a file: a CSV is one, of a workbook every visible sheet that is not empty.
/// Positions in a sheet are its rows and columns, counted from 1. What cannot be read is reported.
std::vector<SheetFile> read_sheets(const std::string& name, Diagnostics& diagnostics);

}  // namespace gongkai
