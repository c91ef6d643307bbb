#pragma once

#include <string>
#include <vector>

#include "import/narratives.h"

namespace gongkai {

/// A report.md with some of its sections replaced.
struct UpdatedNarratives {
  std::string text;
  std::vector<std::string> replaced;  ///< titles of the sections that read otherwise before
};

/// Puts sections into the text of a report.md and leaves all else as it is. A section that says the
/// same already stays: blanks and line breaks do not count, and a figure that the file takes from the
/// tables ({{requests.new.total}}) is the same as the number in its place.
UpdatedNarratives update_narratives(const Form& form, const std::string& file,
                                    const std::string& text,
                                    const std::vector<ImportedSection>& sections);

/// Whether the text of a section says the same as what was imported, in the sense above.
bool says_the_same(const std::string& written, const std::string& imported);

}  // namespace gongkai
