#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/decimal.h"

namespace gongkai {

/// factor × cell, where the cell is one of this report or of the report of the year before.
/// `sum(head)` is the head's own cell, so that a head filed unsplit stands for its children.
struct Term {
  std::int64_t factor = 1;
  std::uint32_t cell = 0;  ///< CellIndex in the form of this report
  bool previous = false;
};

/// A sum of terms and a constant.
struct LinearExpression {
  std::vector<Term> terms;
  Decimal constant;
};

enum class Comparator { equal, less_equal, greater_equal, less, greater, not_equal };

/// One relation between two linear expressions over cells.
struct Relation {
  LinearExpression left;
  Comparator comparator = Comparator::equal;
  LinearExpression right;
};

/// Whether `found comparator expected` holds.
bool holds(Decimal found, Comparator comparator, Decimal expected);

/// As printed for people: `=`, `≤`, `≥`, `<`, `>`, `≠`.
std::string symbol(Comparator comparator);

}  // namespace gongkai
