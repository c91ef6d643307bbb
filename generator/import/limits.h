#pragma once

#include <cstddef>

namespace gongkai {

/// What one original may hold at most. A report has 200 kB of text and some pictures; what is far
/// above that was put into the wrong place, or was made to bring the program down.
struct ImportLimits {
  std::size_t file_size = std::size_t{40} << 20;     ///< bytes of the file
  std::size_t part_size = std::size_t{24} << 20;     ///< bytes of one part of an archive, unpacked
  std::size_t unpacked_size = std::size_t{96} << 20; ///< of all parts that are read
  std::size_t parts = 10'000;                        ///< files in an archive
  std::size_t rows = 20'000;                         ///< of all tables, or lines of text
  std::size_t cells = 400'000;
  std::size_t depth = 200;                           ///< of elements in one another
};

}  // namespace gongkai
