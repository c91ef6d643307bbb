#pragma once

#include "cli/command.h"

namespace gongkai {

/// `gongkai new site|agency|report`: begins one, with everything that can be known beforehand.
std::unique_ptr<Command> new_command();
/// `gongkai template FORM`: an Excel workbook of a form, for others to fill in.
std::unique_ptr<Command> template_command();
/// `gongkai proof AGENCY/YEAR`: a sheet to print and read back against the paper.
std::unique_ptr<Command> proof_command();
/// `gongkai check`: says what is wrong and publishes nothing.
std::unique_ptr<Command> check_command();
/// `gongkai build`: checks the site and brings public/ up to date, whole or not at all.
std::unique_ptr<Command> build_command();
/// `gongkai rollup`: drafts a consolidated report from the reports of its parts.
std::unique_ptr<Command> rollup_command();
/// `gongkai import FILE…`: reads originals into reports; with `--table MAPPING` makes reports from
/// tables of figures, a row an agency.
std::unique_ptr<Command> import_command();
/// `gongkai serve`: shows the site on this machine, drafts and failing reports included, and reads
/// it again when a file has changed.
std::unique_ptr<Command> serve_command();
/// `gongkai explain CODE`: says what a rule or a message means, with an example and how to mend it.
std::unique_ptr<Command> explain_command();
/// `gongkai explain-cell AGENCY/YEAR/ADDRESS`: shows where a figure stands, which rules use it and
/// which pages show it.
std::unique_ptr<Command> explain_cell_command();
/// `gongkai export`: writes the data files without the site, the very bytes that build publishes.
std::unique_ptr<Command> export_command();
/// `gongkai verify`: compares a published folder with its manifest and its digests.
std::unique_ptr<Command> verify_command();
/// `gongkai status YEAR`: each agency and its report of a year, for the office's day.
std::unique_ptr<Command> status_command();
/// `gongkai theme [FILE]`: lists where each file of the theme comes from, or prints one of them.
std::unique_ptr<Command> theme_command();

}  // namespace gongkai
