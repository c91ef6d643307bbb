#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "write/filed_cell.h"

namespace gongkai {

/// A report.yaml with some of its cells replaced.
struct UpdatedReport {
  std::string text;                ///< the whole file
  std::vector<CellIndex> changed;  ///< cells that hold something else than before, ascending
};

/// Puts cells into a report.yaml and leaves every other byte as it is: comments, notes,
/// explanations, the order of rows, spellings of keys, line ends. A cell that holds the same already
/// is not touched (7.5 is 7.50; a blank is the same as a total that was left out, or as a zero that
/// `blanks:` declares), so that equal figures give the same text. A note stays with a figure that
/// changes, unless the new one brings its own. Where a figure stands in a `0` for a whole row, table
/// or the rest, its row is written out.
///
/// `text` is the content of the file named `file`, of the form `form`. Nothing is returned, and
/// `diagnostics` says why, where the text itself has errors, or where what would be written does not
/// read back as exactly these cells (a row that was filed split and comes back unsplit).
std::optional<UpdatedReport> update_report(const Form& form, const std::string& file,
                                           const std::string& text,
                                           const std::vector<FiledCell>& cells,
                                           Diagnostics& diagnostics);

}  // namespace gongkai
