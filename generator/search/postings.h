#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/passage.h"

namespace gongkai {

/// The pages that bear a term, by their numbers in ascending order, packed as they come.
class Postings {
 public:
  /// `page` must be greater than all before it.
  void add(std::uint32_t page, Place place);

  /// The pages whose place has all bits of `place`; in_text: every page.
  std::vector<std::uint32_t> pages(Place place) const;

 private:
  std::string bytes_;  ///< distance to the page before * 4 + place, seven bits a byte
  std::uint32_t next_ = 0;
};

/// A list of numbers in signs that stand for themselves in a script: a letter that names the way
/// it is written, then the shortest of
///   d  the distance of each number from the one before (the first: from -1), less one
///   r  the lengths of the runs of numbers that are not in the list, and that are, in turn
///   b  a bit for each number from 0 on, six a sign, the first the lowest
/// In d and r a number is written in digits of five bits, the lowest first, in signs of which those
/// from 32 on say that another follows. The signs are A to Z, a to z, 0 to 9, - and _.
std::string packed(const std::vector<std::uint32_t>& numbers);

}  // namespace gongkai
