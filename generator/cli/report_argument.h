#pragma once

#include <optional>
#include <string>

#include "cli/console.h"
#include "model/catalog.h"

namespace gongkai {

/// What AGENCY/YEAR or AGENCY/YEAR/ADDRESS on the command line means.
struct ReportArgument {
  const Agency* agency = nullptr;
  int year = 0;
  const Report* report = nullptr;  ///< null where there is none for that year, or it has errors
  std::string address;             ///< as it was written; empty where none is asked for
};

enum class ArgumentShape { agency_year, agency_year_address };

/// A reporting year of four digits; nothing for anything else.
std::optional<int> read_year(const std::string& text);

/// The agency that a word names: by its id, a former id, its name or its short name. Where there is
/// none, or several, that is said on the console with the nearest one, and the result is null.
const Agency* find_agency(const Catalog& catalog, const std::string& word, const Console& console);

/// Reads such an argument. The agency is written as find_agency() takes it. What is
/// wrong is said on the console, with the nearest agency there is, and nothing is returned: wrong
/// use of the command.
std::optional<ReportArgument> read_report_argument(const Catalog& catalog, const std::string& text,
                                                   ArgumentShape shape, const Console& console);

/// Says that the report which was asked for is not there or cannot be read; returns the exit code.
int complain_of_no_report(const ReportArgument& asked, const Console& console);

}  // namespace gongkai
