#pragma once

#include <string>

#include "model/form.h"

namespace gongkai {

/// What a line of an original is besides text of the report.
enum class Debris {
  none,
  silent,  ///< the number of a page, the code of a field, a line of a table of contents, a rule
  hint,    ///< a sentence of the template that says what to write
};

Debris debris(const Form& form, const std::string& line);

/// Whether a line of text, its columns parted by tabs, can only be the number of a page: `- 3 -` or
/// 第 3 页 共 8 页, wherever it stands, also between the rows of a table that is printed on two.
bool is_page_line(const std::string& line);

}  // namespace gongkai
