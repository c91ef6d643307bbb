#pragma once

#include <string_view>

namespace gongkai {

enum class Direction { down, none, up };

/// A word of the author that says where a figure goes: 增长, 下降, rose, fell.
struct DirectionWord {
  std::string_view word;  ///< empty where there is none
  Direction direction = Direction::none;
  bool adjacent = false;  ///< nothing but blanks and 了 between it and the end of the text
};

/// The last such word in the clause with which `text` ends. A clause begins after ，。；！？：, a
/// line break, the border of a table cell, or `, . ; : ! ?` unless they stand between digits.
DirectionWord last_direction_word(std::string_view text);

}  // namespace gongkai
