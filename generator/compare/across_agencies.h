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
  int year = 0;
  const Form* form = nullptr;
  std::vector<Row> rows;               ///< in the catalog's order
  std::vector<IndicatorTotal> totals;  ///< as Form::indicators
};

/// One comparison for each form that reports of this year were filed in and that has indicators:
/// figures of different forms are not compared.
std::vector<AcrossAgencies> across_agencies(const Library& library, int year);

/// The rows in the order of one indicator; equal ones keep the catalog's order.
std::vector<AcrossAgencies::Row> ranked(const AcrossAgencies& comparison, std::size_t indicator);

}  // namespace gongkai
