#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongkai {

/// A year in a text: `2023`, `２０２３`, or `二〇二三` before 年.
struct WrittenYear {
  int year = 0;
  std::size_t begin, end;  ///< bytes of the digits
};

/// The years from 1900 to 2099 of a text, in order; not those inside longer numbers. One walk.
std::vector<WrittenYear> written_years(std::string_view text);

}  // namespace gongkai
