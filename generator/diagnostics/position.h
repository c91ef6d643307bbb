#pragma once

#include <cstdint>
#include <string>
#include <tuple>

namespace gongkai {

/// A place inside one file. Lines count from 1; columns count from 1 in bytes, as parsers give
/// them. The printer turns bytes into characters where people read them. 0 means "not known".
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool known() const { return line != 0; }
  auto operator<=>(const Mark&) const = default;
};

/// A place in a file of the site. `file` is relative to the site's folder, with forward slashes;
/// a built-in form is `<built-in>/cn-2021.yaml`. `length` is what the caret underlines, in bytes;
/// 0 underlines one character.
struct Position {
  std::string file;
  Mark mark;
  std::uint32_t length = 0;

  auto operator<=>(const Position&) const = default;
};

}  // namespace gongkai
