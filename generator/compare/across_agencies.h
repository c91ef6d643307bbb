#pragma once

#include <vector>

#include "compare/indicators.h"
#include "compare/library.h"

namespace gongkai {

/// The indicators of every report of one year that was filed in one form.
struct AcrossAgencies {
  struct Row {
    const Report* report;
    std::vector<IndicatorValue> values;  ///< as Form::indicators
  };
  /// The reports of one kind of agency together.
  struct KindTotals {
    int kind = 0;           ///< index in Settings::kinds
    std::size_t count = 0;  ///< reports
    std::vector<IndicatorTotal> totals;  ///< as Form::indicators
  };
  int year = 0;
  const Form* form = nullptr;
  std::vector<Row> rows;               ///< in the order of the agencies
  std::vector<IndicatorTotal> totals;  ///< as Form::indicators
  std::vector<const Report*> summed;   ///< the reports that totals are made of
  std::vector<const Report*> covered;  ///< the others: a consolidated report holds their figures
  std::vector<KindTotals> kinds;       ///< in the order of the kinds
};

/// One comparison for each form that reports of this year were filed in and that has indicators:
/// figures of different forms are not compared.
std::vector<AcrossAgencies> across_agencies(const Library& library, int year);
/// The same of these agencies alone, in their order; totals are over them.
std::vector<AcrossAgencies> across_agencies(const Library& library, int year,
                                            const std::vector<const Agency*>& agencies);

/// The rows in the order of one indicator; equal ones keep the order that they have.
std::vector<const AcrossAgencies::Row*> ranked(const AcrossAgencies& comparison,
                                               std::size_t indicator);

}  // namespace gongkai
