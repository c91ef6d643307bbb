#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/bound_report.h"
#include "model/shared_list.h"

namespace gongkai {

/// Where a section of the form begins in a document.
struct SectionStart {
  std::size_t section = 0;  ///< index in Form::sections
  std::size_t block = 0;    ///< of its heading; where it has none, of its table
  bool has_heading = false;
  std::string printed;      ///< the heading, where it is not one that the form knows
};

/// Finds the sections in their order. The headings of sections with a table are looked for above
/// that table, those of other sections between the tables, so that items in the text that are
/// numbered like sections (二、主动公开…) are not taken for them. A heading counts with a wrong
/// number or none, and with other words if these are near. `from` is the first block to look at.
std::vector<SectionStart> find_sections(const BoundReport& bound, const Document& document,
                                        std::size_t from);

/// Takes headings out of tables, where a sheet holds all of a report: a row with nothing but the
/// heading of a section of some form in it becomes a paragraph, and so do rows between such headings
/// that hold one text each.
void lift_headings(Document& document, const SharedList<Form>& forms);

/// Whether a line is word for word the heading of a section.
bool is_section_title(const Form& form, const std::string& line);

}  // namespace gongkai
