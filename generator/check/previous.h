#pragma once

#include "check/finding.h"

namespace gongkai {

/// A figure of the year before, or why it cannot be used.
struct PreviousFigure {
  const Figure* figure = nullptr;  ///< null where the cell does not continue; may hold no number
  CellIndex cell = no_cell;        ///< in the form of the earlier report
  Reason reason = Reason::none;
};

/// Why no figure of `previous`, the report of the year before (null where there is none), can be
/// used for `report`; none where they can.
Reason previous_unusable(const Catalog& catalog, const Report& report, const Report* previous);

/// What `previous.` means for a cell of the report's form.
PreviousFigure previous_figure(const Catalog& catalog, const Report& report, const Report* previous,
                               CellIndex cell);

/// Whether a rule of a form speaks of agencies of this kind.
bool concerns(const Rule& rule, const AgencyKind& kind);

/// The rule's severity after the overrides of site.yaml.
RuleSeverity severity_of(const Rule& rule, const Settings& settings);

}  // namespace gongkai
