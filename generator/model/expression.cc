#include "model/expression.h"

namespace gongkai {

bool holds(Decimal found, Comparator comparator, Decimal expected) {
  switch (comparator) {
    case Comparator::equal: return found == expected;
    case Comparator::less_equal: return found <= expected;
    case Comparator::greater_equal: return found >= expected;
    case Comparator::less: return found < expected;
    case Comparator::greater: return found > expected;
    case Comparator::not_equal: return found != expected;
  }
  return false;
}

std::string symbol(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal: return "=";
    case Comparator::less_equal: return "≤";
    case Comparator::greater_equal: return "≥";
    case Comparator::less: return "<";
    case Comparator::greater: return ">";
    case Comparator::not_equal: return "≠";
  }
  return {};
}

}  // namespace gongkai
