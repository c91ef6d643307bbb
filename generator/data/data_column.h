#pragma once

#include <string>
#include <string_view>

namespace gongkai {

/// A column of published CSV, as its metadata describes it.
struct DataColumn {
  std::string name;       ///< by which programs know it
  std::string title;      ///< in the header line
  std::string_view type;  ///< of CSV on the Web: string, integer, decimal, date
  std::string_view separator = {};  ///< between the values of a column that may hold several
  bool figure = false;              ///< may hold a mark instead of a number: N/A, <1
};

/// What stands in the place of a number in a table as printed: not applicable, and below the limit.
inline constexpr std::string_view not_applicable_mark = "N/A";
inline constexpr std::string_view below_limit_mark = "<1";

}  // namespace gongkai
