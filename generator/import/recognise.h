#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/document.h"
#include "model/catalog.h"

namespace gongkai {

/// Whose report of which year an original seems to be.
struct Recognised {
  /// Agencies that title and file name speak of; one where it is settled.
  std::vector<const Agency*> agencies;
  /// Years likewise, ascending.
  std::vector<int> years;
  std::string title;  ///< what was looked at
};

/// Looks for the names of the register (full, short and former ones) and for a year in the title of
/// a document, then in the name of its file. The longest name that stands there counts; an agency
/// whose name stands with that of one above it is the one that is meant. Title and file name that
/// speak of different ones give both.
Recognised recognise(const Catalog& catalog, const Document& document, const std::string& file_name);

/// Whether a line of text is the title of a report, in whole or in part.
bool is_title(const Form& form, const Agency& agency, const std::string& line);

}  // namespace gongkai
