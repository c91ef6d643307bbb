#pragma once

#include <string>

#include "check/carry_over.h"
#include "diagnostics/diagnostic.h"
#include "write/report_text.h"

namespace gongkai {

/// A report that is still to be filled in: a draft with every row of its form.
struct BlankSheet {
  Report report;
  CarryOver carried;  ///< what last year's report says of it; its figures stand in the report
  Remarks remarks;    ///< what the one who fills it in must know
};

/// What the agency's last report before the year covered; own where there is none.
Scope usual_scope(const Catalog& catalog, const Agency& agency, int year);

BlankSheet blank_sheet(const Catalog& catalog, const Agency& agency, int year, const Form& form,
                       Scope scope);

/// report.md with the form's headings and nothing under them.
std::string blank_narratives(const Form& form);

/// Why nothing was taken from the report of the year before; empty where it was.
std::string carry_over_words(const BlankSheet& sheet, Language language);

}  // namespace gongkai
