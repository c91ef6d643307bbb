#pragma once

namespace gongkai {

/// The property of a workbook that names sheets which are no part of the report, such as a list of its
/// rules: with a slash between them, which no name of a sheet can hold. Who reads the book back
/// passes them over.
inline constexpr const char* helper_sheets_property = "gongkai-helper-sheets";

}  // namespace gongkai
