#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <string_view>

#include "model/decimal.h"

namespace gongkai {

/// A workbook made by libxlsxwriter, which passes it through temporary files. Its bytes depend on
/// what is written into it and on nothing else: no clock, no name of a machine.
class Workbook {
 public:
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A new sheet. Its name is made to fit (31 characters, some signs excluded, no name twice).
  lxw_worksheet* add_sheet(const std::string& name);
  /// Says of a sheet that it is no part of what the book reports: a property of the file names it,
  /// so that reading the book back passes it over.
  void mark_as_helper(const lxw_worksheet* sheet);
  /// How a formula names the sheet: `'三、收到'!`.
  static std::string reference(const lxw_worksheet* sheet);

  lxw_format* heading();            ///< a label: bold, framed, in the middle
  lxw_format* label();              ///< a label of a row
  lxw_format* text();               ///< words that run over several lines
  lxw_format* alert();              ///< for a figure that breaks a rule
  lxw_format* title(bool wraps);  ///< a heading over a sheet, in one line or within its cells
  lxw_format* input(bool is_text);  ///< a cell to be filled in, the only kind that is not locked
  lxw_format* sum();                ///< a cell that adds up others, and may be written over

  /// A number with the places it was written with.
  void write(lxw_worksheet* sheet, int row, int column, Decimal number, bool framed);
  static void write(lxw_worksheet* sheet, int row, int column, std::string_view text,
                    lxw_format* format);
  /// The same over several cells.
  static void merge(lxw_worksheet* sheet, int row, int column, int rows, int columns,
                    const std::string& text, lxw_format* format);

  /// Ends the book and returns its bytes. This and the constructor throw std::system_error where a
  /// temporary file cannot be written.
  std::string finish();

 private:
  lxw_format* framed(bool bold);

  std::string folder_, path_;
  int descriptor_ = -1;
  lxw_workbook* book_;
  std::map<std::string, int> names_;
  std::string helpers_;
  lxw_format* heading_ = nullptr;
  lxw_format* label_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* alert_ = nullptr;
  lxw_format* title_[2] = {};
  lxw_format* input_[2] = {};
  lxw_format* sum_ = nullptr;
  std::map<std::pair<int, bool>, lxw_format*> numbers_;
};

/// `B7`: a cell as formulas name it.
std::string cell_name(int row, int column);

}  // namespace gongkai
