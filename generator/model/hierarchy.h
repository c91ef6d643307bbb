#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

/// Why a part of a whole has no report that may be added up.
enum class Absence {
  no_report,  ///< it owes one and there is none
  left_out,   ///< its report.yaml has an error
  draft,
  withdrawn,
  future,       ///< it is dated after today
  other_scope,  ///< an office (本级) that filed a consolidated report
};

struct MissingPart {
  const Agency* agency;
  Absence absence;
};

/// The reports that make up the whole of an agency in a year, own office (本级), departments and
/// lower regions, and the agencies whose report is wanting. Both in the catalog's order, level by
/// level; a report stands in it once.
struct Parts {
  std::vector<const Report*> reports;
  std::vector<MissingPart> missing;

  /// Whether the reports are all that the whole covers.
  bool complete() const { return missing.empty(); }
  bool empty() const { return reports.empty() && missing.empty(); }
};

/// The parts of an agency are the agencies whose parent it is, each by its consolidated report
/// where it has agencies below it, else by the report that it has. One that filed for its own
/// office only, or that owes none and has none, brings the parts below it as well. Empty for an
/// agency with nothing below it.
Parts parts_of(const Catalog& catalog, const Agency& whole, int year);

/// Why one part's figure of a cell cannot be added.
enum class Gap {
  not_reported,
  other_form,  ///< filed in a form whose series is another one there
  other_unit,
};

struct PartGap {
  const Report* report;
  Gap gap;
};

/// One cell added up over the parts. A part that answered "not applicable" has nothing to add.
struct CellSum {
  Decimal value;              ///< of the parts whose figure is known
  std::string_view unit;      ///< of that value
  std::vector<PartGap> gaps;  ///< the others
};

/// The cell of `form`, whose figures must be summable, over all parts. `unit` is that of the whole;
/// without it that of the first part counts which has anything to add.
CellSum sum_of(const Parts& parts, const Form& form, CellIndex cell,
               std::optional<std::string_view> unit);

/// Where a part filed in another form answers the same question; no_cell where it does not.
CellIndex same_cell(const Form& form, CellIndex cell, const Form& other);

}  // namespace gongkai
