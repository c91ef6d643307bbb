#pragma once

#include <optional>
#include <set>
#include <string>

#include "import/form_labels.h"
#include "import/sheet_items.h"

namespace gongkai {

/// The row that a printed label means.
struct LabelMatch {
  RowName name;
  std::string printed;    ///< what was read as it, where the two are not the same
  std::string taken_below;  ///< the part of the label that stands below the figures
};

/// Finds the row whose label stands before the figures of an item: at the end of the words above,
/// whatever heads stand before it; broken by the figures, its rest below them; in pieces between the
/// pieces of other labels (as programs print tables of PDFs); or with a letter wrong or lost. `below`
/// is what stands between these figures and the next; `taken` are the rows that were found before,
/// which no guess may name again.
std::optional<LabelMatch> match_label(const FormLabels& labels, const SheetItem& item,
                                      const SheetItem& below, const std::set<RowName>& taken);

}  // namespace gongkai
