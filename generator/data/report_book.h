#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/finding.h"
#include "model/words.h"

namespace gongkai {

/// One check of a report in words: the sheet of checks shows it as the report's page does.
struct CheckLine {
  const Finding* finding = nullptr;
  std::string rule, place, numbers, outcome, remark;
};

/// What a report's workbook holds besides its tables.
struct ReportBookTexts {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  ///< label, text
  std::vector<CheckLine> checks;                           ///< empty: no sheet of checks
};

/// The report as XLSX: a sheet for every table, merged as the form prints it, figures as numbers
/// with their places; a sheet of the checks, whose hidden formulas hold each rule's difference, so
/// that a figure which is changed to break a rule turns red; and a sheet that says what the others
/// cannot show: states, notes, corrections and digests. Throws std::system_error.
std::string report_book(const Report& report, const Words& words, const ReportBookTexts& texts);

}  // namespace gongkai
