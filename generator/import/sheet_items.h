#pragma once

#include <string>
#include <vector>

#include "import/form_labels.h"
#include "import/row_figures.h"
#include "import/printed_rows.h"

namespace gongkai {

/// A printed row with figures, and all that was printed between the figures above it and its own.
struct SheetItem {
  std::vector<const PrintedRow*> above;  ///< rows without figures, which may be heads or labels
  std::vector<std::string> label_parts;  ///< keys of all words above and in the row, in their order
  std::string label;                   ///< the same as one text
  std::string own_label;               ///< the part that stands in the row itself
  const PrintedRow* row = nullptr;
  std::vector<std::size_t> blocks;       ///< of the document, on which the figures stand
  RowFigures figures;
  bool blank = false;  ///< the row holds blanks only, so that it may be a label alone
};

/// Cuts the rows of a document at their figures; a row of blanks counts where its label is that of a
/// row of the form. Figures that go on in the lines below, without
/// words between them, are one item. `tail` receives what stands below the last one.
std::vector<SheetItem> sheet_items(const std::vector<PrintedRow>& rows, const FormLabels& labels,
                                   SheetItem& tail);

}  // namespace gongkai
