#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

/// An exact decimal number. Sums, differences and whole multiples of figures are exact: a figure
/// has at most `max_digits` digits, and 128 bits hold the sum of any number of them that fits into
/// memory. No binary floating point anywhere.
class Decimal {
 public:
  static constexpr int max_digits = 16;  ///< of one figure as filed, before and after the point
  static constexpr int max_places = 6;   ///< after the point

  __extension__ using Units = __int128;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : units_(whole) {}
  /// The value units / 10^places.
  constexpr Decimal(Units units, int places) : units_(units), places_(places) {}

  /// Reads `-?[0-9]+(\.[0-9]+)?` without a leading zero before another digit; nothing else.
  /// Returns nothing for anything else and for more digits than a figure may have.
  static std::optional<Decimal> parse(std::string_view text);

  Units units() const { return units_; }
  int places() const { return places_; }
  bool is_zero() const { return units_ == 0; }
  bool is_negative() const { return units_ < 0; }

  /// As written: `72701.2578`, `-5`. Places are kept: `7.50` stays `7.50`.
  std::string str() const;

  Decimal operator-() const { return {-units_, places_}; }
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b) { return a + -b; }
  friend Decimal operator*(std::int64_t factor, Decimal a) {
    return {factor * a.units_, a.places_};
  }
  Decimal& operator+=(Decimal other) { return *this = *this + other; }

  /// By value: 7.5 equals 7.50.
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

  /// a / b rounded half away from zero to `places` decimal places. `b` must not be zero.
  static Decimal quotient(Decimal a, Decimal b, int places);

 private:
  Units units_ = 0;
  int places_ = 0;
};

}  // namespace gongkai
