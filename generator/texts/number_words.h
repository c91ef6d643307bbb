#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gongkai {

/// What a word of the language does between the name of a cell and a number.
enum class NumberWord : std::uint8_t {
  filler,     ///< says nothing: 共, 为, 的, of
  left,       ///< a name may begin behind it: 其中, 全年
  verb,       ///< the same, if what stands before it may: 作出, 收到
  joint,      ///< joins two names: 和, 及
  together,   ///< 合计, 两项: the sum of what was named
  share,      ///< 占: a part of something
  up, down,   ///< 增长, 下降: against the year before
  last_year,  ///< 上年, 同比: the year before
  onward,     ///< 降至, 变为: the same figure, later
  rough,      ///< 约, 超过: no exact figure is meant
};

struct KnownNumberWord {
  std::string_view word;
  NumberWord kind;
};

/// The words of Chinese and of English that the scan of numbers knows. They belong to the language
/// and not to a form; what a form's rows and columns are called is read from the form.
std::span<const KnownNumberWord> number_words();

/// Words for a comparison with the year before, anywhere in the sentence.
std::span<const std::string_view> year_before_words();

}  // namespace gongkai
