#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "import/bound_report.h"
#include "import/form_labels.h"
#include "import/printed_rows.h"
#include "import/sheet_items.h"
#include "import/table_header.h"

namespace gongkai {

/// How far the head of a block of a table was found.
struct HeaderState {
  TableHeader header;
  bool complete = false;
  std::size_t found = 0;
  std::vector<std::string> missing;
  bool order_unknown = false;
};

/// The rows of an original on their way to the cells of a form: what is bound so far, and what
/// could not be. bind.cc fills it, bind_summary.cc says what is missing.
struct Binding {
  Binding(const Form& the_form, const Document& document, const std::string& the_file);
  Binding(const Binding&) = delete;

  /// A message about the original; `row` may be null.
  Diagnostic& add(const Wording& wording, const PrintedRow* row,
                  std::vector<std::string> arguments);
  void add_left_over(const PrintedRow* row, const std::string& text);

  const Form& form;
  const std::string& file;
  FormLabels labels;
  std::vector<PrintedRow> rows;
  std::vector<SheetItem> items;
  std::string words;                                   ///< the keys of all words of the original
  std::map<std::pair<int, int>, HeaderState> headers;  ///< by table and block
  std::map<RowName, std::vector<FiledCell>> taken;
  std::set<RowName> unheaded;          ///< rows whose columns are not known
  std::set<RowName> doubtful;          ///< rows that were found twice, with other figures
  std::set<RowName> split_heads;       ///< heads that have figures beside those of their rows
  std::vector<const SheetItem*> left;  ///< figures without a row
  std::vector<std::pair<const PrintedRow*, std::string>> single_left;  ///< numbers without a column
  std::size_t lines_from = SIZE_MAX;  ///< the block of the first row that was taken
  std::size_t lines_to = 0;           ///< and of the last
  BoundReport bound;
};

/// An index of the form, which is never negative where it is used.
inline std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// On one line, as the original has them.
std::string printed(const std::vector<PrintedCell>& cells);

}  // namespace gongkai
