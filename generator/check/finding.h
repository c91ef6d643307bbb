#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/catalog.h"

namespace gongkai {

/// What became of one rule on one row or column of one report.
enum class Outcome {
  passed,
  failed,
  explained,       ///< failed, and the agency's published explanation speaks of these two numbers
  known,           ///< failed in an earlier year's report, let through as a known error
  computed,        ///< the total was left out and is the sum by construction
  not_assessed,    ///< an operand is missing; never a pass
  not_applicable,  ///< an operand is not applicable, or the rule is not for this kind of agency
};

/// Why a rule was not assessed.
enum class Reason {
  none,
  not_reported,       ///< Finding::reason_cell of this report holds no figure
  previous_missing,   ///< there is no report of the year before
  previous_left_out,  ///< it is a draft, was withdrawn or has an error
  previous_scope,     ///< it covers something else (本级 against 全辖)
  series_break,       ///< the earlier form's figure is another one
  previous_not_reported,  ///< Finding::reason_cell of the earlier report holds no figure
  part_missing,           ///< a report that the whole covers is not there
  part_not_reported,      ///< Finding::reason_part holds no figure there
  part_other_form,        ///< Finding::reason_part was filed in a form that asks something else
  part_other_unit,        ///< Finding::reason_part states another unit
};

/// The result of one rule instance on one report. It points into the catalog and is valid as long
/// as the catalog lives. It is published; a diagnostic is made from it by explain().
struct Finding {
  const Report* report = nullptr;
  const Report* previous = nullptr;  ///< the report of the year before, where the rule uses it
  const Rule* rule = nullptr;
  const RuleInstance* instance = nullptr;
  RuleSeverity severity = RuleSeverity::error;  ///< after site.yaml's overrides
  Outcome outcome = Outcome::passed;
  Reason reason = Reason::none;
  CellIndex reason_cell = no_cell;
  const Report* reason_part = nullptr;
  Decimal found, expected;  ///< left and right value; only where it was assessed
  const Explanation* explanation = nullptr;  ///< where explained or known

  CellIndex cell() const { return instance->cell; }
};

}  // namespace gongkai
