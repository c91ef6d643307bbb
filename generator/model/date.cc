#include "model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace gongkai {
namespace {

bool digits_at(std::string_view text, std::size_t begin, std::size_t count) {
  const std::string_view part = text.substr(begin, count);
  return part.size() == count &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_at(std::string_view text, std::size_t begin, std::size_t count) {
  int value = 0;
  for (char c : text.substr(begin, count)) value = value * 10 + (c - '0');
  return value;
}

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool exists(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  if (!digits_at(text, 0, 4) || !digits_at(text, 5, 2) || !digits_at(text, 8, 2)) return {};
  const Date date{number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
  if (!exists(date.year, date.month, date.day)) return {};
  return date;
}

std::string Date::str() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

int days_between(const Date& earlier, const Date& later) {
  const auto days = [](const Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) /
                                 static_cast<unsigned>(date.month) /
                                 static_cast<unsigned>(date.day));
  };
  return static_cast<int>((days(later) - days(earlier)).count());
}

std::optional<DateTime> DateTime::parse(std::string_view text) {
  const std::optional<Date> date = Date::parse(text.substr(0, 10));
  if (!date) return {};
  if (text.size() == 10) return DateTime{*date, -1, -1};
  if (text.size() != 16 || (text[10] != ' ' && text[10] != 'T') || text[13] != ':') return {};
  if (!digits_at(text, 11, 2) || !digits_at(text, 14, 2)) return {};
  const int hour = number_at(text, 11, 2), minute = number_at(text, 14, 2);
  if (hour > 23 || minute > 59) return {};
  return DateTime{*date, hour, minute};
}

std::string DateTime::str() const {
  return has_time() ? fmt::format("{} {:02}:{:02}", date.str(), hour, minute) : date.str();
}

bool is_month_day(std::string_view text) {
  // A leap year, so that 02-29 is a day.
  return text.size() == 5 && text[2] == '-' && digits_at(text, 0, 2) && digits_at(text, 3, 2) &&
         exists(2000, number_at(text, 0, 2), number_at(text, 3, 2));
}

Date day_of_year(std::string_view month_day, int year) {
  const int month = number_at(month_day, 0, 2);
  return {year, month, std::min(number_at(month_day, 3, 2), days_in_month(year, month))};
}

}  // namespace gongkai
