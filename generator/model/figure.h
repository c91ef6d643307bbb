#pragma once

#include <cassert>
#include <cstdint>

#include "diagnostics/position.h"
#include "model/decimal.h"

namespace gongkai {

/// What a cell holds. Absent is a value: blank is never zero.
enum class State : std::uint8_t {
  figure,          ///< a number
  text,            ///< a text, in a cell that the form asks in words; enters no arithmetic
  below_limit,     ///< `<1`: a number of days under one; enters no arithmetic
  not_reported,    ///< absent, empty or `~`
  not_applicable,  ///< `不适用`, `N/A`
  not_asked,       ///< the form of that year has no such cell
};

/// Where a figure comes from.
enum class Origin : std::uint8_t {
  filed,          ///< written in report.yaml (a `0` for a row, a table or the rest is written too)
  declared_zero,  ///< printed blank, and `blanks:` declares what blank means
  computed,       ///< a total that was left out
  derived,        ///< the sum of the leaves of a head that the form prints without figures
};

/// One figure with its state, compact because a portal holds millions of them.
struct Figure {
  std::int64_t units = 0;
  std::uint8_t places = 0;
  State state = State::not_reported;
  Origin origin = Origin::filed;

  /// Whether a number fits: every figure that is read does, and every sum of the like of them.
  static bool can_hold(Decimal value) {
    return value.units() <= INT64_MAX && value.units() >= INT64_MIN;
  }
  /// The number must fit.
  static Figure of(Decimal value, Origin origin = Origin::filed) {
    assert(can_hold(value));
    return {static_cast<std::int64_t>(value.units()), static_cast<std::uint8_t>(value.places()),
            State::figure, origin};
  }
  static Figure without_number(State state) { return {0, 0, state, Origin::filed}; }

  bool is_number() const { return state == State::figure; }
  /// Only for a number.
  Decimal value() const { return {units, places}; }
  bool operator==(const Figure&) const = default;
};

/// A cell of a filed report: the figure and where in report.yaml it was read (of a figure that was
/// not written itself: what it follows from, such as `rest: 0`; none for a computed one).
struct Cell {
  Figure figure;
  Mark mark;
};

}  // namespace gongkai
