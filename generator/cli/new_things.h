#pragma once

#include <string>

#include "cli/command.h"

namespace gongkai {

/// What may be written after `gongkai new`; empty where it was not.
struct NewArguments {
  std::string name;                                       ///< the folder, the id or AGENCY/YEAR
  std::string title, language;                            ///< of a site
  std::string full_name, short_name, kind, parent, from;  ///< of an agency
  std::string form, scope;                                ///< of a report
};

/// `gongkai new site DIR`: a small site that builds, in a new or empty folder. Each of the three
/// says what it wrote or why it wrote nothing, and returns the exit code.
int new_site(const SiteArguments& site, const NewArguments& asked, const Console& console);

/// `gongkai new agency ID`: the folder of an agency with its agency.yaml.
int new_agency(const SiteArguments& site, const NewArguments& asked, const Console& console);

/// `gongkai new report AGENCY/YEAR`: a sheet with every row of the form, what last year's report
/// says filled in, and the headings of the narratives.
int new_report(const SiteArguments& site, const NewArguments& asked, const Console& console);

}  // namespace gongkai
