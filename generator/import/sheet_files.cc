#include "import/sheet_files.h"

#include <fstream>
#include <iterator>

#include "diagnostics/codes/tables.h"
#include "import/csv.h"
#include "import/unreadable.h"
#include "import/workbook_reader.h"

namespace gongkai {
namespace {

// The rows that are not empty, each as long as the first one, as the rows of a CSV are.
SheetFile file_of(const std::string& name, const Sheet& sheet, Diagnostics& diagnostics) {
  SheetFile file{name + ", " + sheet.name, {}};
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::vector<std::string>& values = sheet.rows[r];
    if (values.empty()) continue;
    const std::size_t length = file.rows.empty() ? values.size() : file.rows.front().size();
    if (values.size() > length) {
      diagnostics.add(codes::csv_row_length,
                      {file.name, {static_cast<std::uint32_t>(r + 1), 1}, 0},
                      {std::to_string(values.size()), std::to_string(length)});
    }
    SheetRow row;
    for (std::size_t c = 0; c < length; ++c) {
      row.push_back({c < values.size() ? values[c] : std::string(),
                     false,
                     {static_cast<std::uint32_t>(r + 1), static_cast<std::uint32_t>(c + 1)}});
    }
    file.rows.push_back(std::move(row));
  }
  return file;
}

std::vector<SheetFile> read_workbook_file(const std::string& name, Diagnostics& diagnostics) {
  std::ifstream in(name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::vector<SheetFile> files;
  try {
    for (const Sheet& sheet : read_workbook(bytes)) {
      if (sheet.hidden) continue;
      SheetFile file = file_of(name, sheet, diagnostics);
      if (file.rows.size() > 1) files.push_back(std::move(file));
    }
    if (files.empty()) diagnostics.add(codes::table_without_rows, {name, {}, 0});
  } catch (const Unreadable& unreadable) {
    diagnostics.add(unreadable.wording(), {name, {}, 0}, unreadable.arguments());
  }
  return files;
}

std::vector<SheetFile> read_csv_file(const std::string& name, Diagnostics& diagnostics) {
  const auto source = read_text(SiteFiles{}, name, diagnostics);
  if (!source) return {};
  auto rows = parse_csv(*source, diagnostics);
  if (!rows) return {};
  if (rows->size() < 2) {
    diagnostics.add(codes::table_without_rows, {name, {}, 0});
    return {};
  }
  return {{name, std::move(*rows)}};
}

}  // namespace

std::vector<SheetFile> read_sheets(const std::string& name, Diagnostics& diagnostics) {
  return name.ends_with(".xlsx") ? read_workbook_file(name, diagnostics)
                                 : read_csv_file(name, diagnostics);
}

}  // namespace gongkai
