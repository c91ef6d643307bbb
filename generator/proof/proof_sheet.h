#pragma once

#include <string>

#include "check/finding.h"

namespace gongkai {

/// A sheet to print on A4 and to read back against the paper, two people together: every table of
/// the report in the order of the form, a line to be read aloud for every row, with its number and
/// a box to tick; columns named again on every page; cells that no rule guards framed, each with a
/// box of its own; beside every table how many cells it has and the sum of its figures. Notes and
/// what is no plain figure (a blank, a computed total) are said in words.
///
/// One HTML document that needs no other file. It depends on the report, its findings and the day;
/// in the language of the site.
std::string proof_sheet(const Catalog& catalog, const Report& report,
                        const std::vector<Finding>& findings);

/// How every such document begins: a file that does is one that an earlier run wrote.
std::string_view proof_sheet_start();

}  // namespace gongkai
