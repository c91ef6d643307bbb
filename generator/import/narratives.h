#pragma once

#include <string>
#include <vector>

#include "import/bound_report.h"
#include "model/agency.h"

namespace gongkai {

/// One section of report.md.
struct ImportedSection {
  std::size_t section = 0;  ///< index in Form::sections
  std::string text;         ///< Markdown without the heading; ends with a line break
};

/// A file that goes beside report.yaml.
struct SavedPicture {
  std::string name;
  std::string bytes;
};

struct ImportedNarratives {
  std::vector<ImportedSection> sections;  ///< those with text, in the form's order
  std::vector<SavedPicture> pictures;
  Diagnostics diagnostics;
};

/// Takes the texts out of an original, section by section: what is neither table nor debris. Text
/// before the first section goes to its beginning, and is pointed at.
ImportedNarratives read_narratives(const BoundReport& bound, const Document& document,
                                   const Agency& agency, const std::string& file);

/// The sections as a report.md.
std::string narratives_text(const Form& form, const std::vector<ImportedSection>& sections);

}  // namespace gongkai
