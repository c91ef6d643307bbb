#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "narrative/direction.h"
#include "texts/number_vocabulary.h"
#include "texts/written_number.h"

namespace gongkai {

/// What the words right before a number say of it. Only words that touch each other count: a word
/// that nobody knows between the name of a cell and the number means that the number may be about
/// something else.
struct NumberReading {
  std::vector<const NumberVocabulary::Name*> names;  ///< cells named, the nearest first
  std::vector<const NumberVocabulary::Name*> whole;  ///< of what it is a share
  std::string_view first_name;  ///< the nearest name as the text writes it
  Direction direction = Direction::none;
  bool joint = false;      ///< names joined by 和, 、
  bool together = false;   ///< 合计
  bool share = false;      ///< 占, or a percentage in brackets
  bool last_year = false;  ///< 上年, 同比
  bool onward = false;     ///< 降至: the figure before it, later
  bool rough = false;      ///< 约
  bool complete = false;   ///< the names begin where something else may end
  bool after_number = false;  ///< nothing but a comma or a bracket between it and the number before
};

/// Reads from the beginning of a number backwards, to `floor` (the beginning of its sentence) at
/// the most. `before` is the end of the number before it; `floor` where there is none.
NumberReading read_before(std::string_view prose, const WrittenNumber& number, std::size_t floor,
                          std::size_t before, const NumberVocabulary& vocabulary);

}  // namespace gongkai
