#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

/// A calendar day.
struct Date {
  int year = 0, month = 0, day = 0;

  /// Reads `YYYY-MM-DD`; nothing for anything else and for days that do not exist.
  static std::optional<Date> parse(std::string_view text);
  std::string str() const;
  auto operator<=>(const Date&) const = default;
};

/// How many days `later` comes after `earlier`; negative where it comes before.
int days_between(const Date& earlier, const Date& later);

/// A day with, where it was written, a time of day.
struct DateTime {
  Date date;
  int hour = -1, minute = -1;  ///< -1: no time was written

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`.
  static std::optional<DateTime> parse(std::string_view text);
  bool has_time() const { return hour >= 0; }
  std::string str() const;
  auto operator<=>(const DateTime&) const = default;
};

/// A month and day of any year, `MM-DD`.
bool is_month_day(std::string_view text);

/// The day `month_day` (as is_month_day() accepts it) of a year; 02-29 is the last day of February
/// in years that have no such day.
Date day_of_year(std::string_view month_day, int year);

}  // namespace gongkai
