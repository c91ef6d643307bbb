#pragma once

#include <string_view>
#include <vector>

#include "model/decimal.h"
#include "texts/number_units.h"

namespace gongkai {

/// A number as somebody wrote it into a sentence: `1,234件`, `１２`, `12.5%`, `1.2万元`, 一百二十三件,
/// 百分之十二; or a placeholder, whose value is not known here.
struct WrittenNumber {
  std::size_t begin = 0, end = 0;  ///< bytes, the unit included
  Decimal value;                   ///< money in 元; a percentage as it is read: 12.5
  Decimal step;   ///< one unit of the last place that was written: 0.1 of 12.5%, 1000 of 3.2万
  NumberUnit unit = NumberUnit::none;
  bool rough = false;        ///< 余, 多, a range: no exact figure is meant
  bool coarse = false;       ///< rounded by its way of writing: 1.2万件, 12.5%
  bool placeholder = false;  ///< `{{…}}`
};

/// All numbers of a text, in order, in one walk. Chinese numerals count only with a unit, for 一是
/// and 一些 are no numbers. Numbers of more than 16 digits are left out.
std::vector<WrittenNumber> find_numbers(std::string_view prose);

}  // namespace gongkai
