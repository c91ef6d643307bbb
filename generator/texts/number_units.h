#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongkai {

/// What is counted by a number in a text, as far as its unit says so.
enum class NumberUnit {
  none,     ///< no unit that we know: a year, a number of a document
  count,    ///< 件, 份, 项, requests: what tables count
  money,    ///< 元, also 万元 and 亿元
  percent,  ///< %, 百分之…
  other,    ///< 次, 人, 条, 天: what tables do not count
};

struct UnitAfterNumber {
  NumberUnit unit = NumberUnit::none;
  std::int64_t factor = 1;  ///< 10,000 of 万元, for money is read in 元
  std::size_t length = 0;   ///< bytes, blanks before it included; 0 where there is no unit
};

/// The unit with which the text behind a number begins.
UnitAfterNumber unit_after(std::string_view text);

}  // namespace gongkai
