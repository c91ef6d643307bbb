#include "model/date.h"

#include <doctest/doctest.h>

#include "load/time_zone.h"

using namespace gongkai;

TEST_CASE("days that exist are read") {
  for (const char* text : {"2024-02-29", "2025-01-20", "2000-02-29", "1999-12-31"}) {
    REQUIRE(Date::parse(text));
    CHECK(Date::parse(text)->str() == text);
  }
}

TEST_CASE("days that do not exist are refused") {
  for (const char* text : {"2023-02-29", "2025-13-01", "2025-00-10", "2025-1-2", "2025-04-31",
                           "2025/01/02", "20250102", "", "2025-01-02 ", "1900-02-29"}) {
    CHECK_MESSAGE(!Date::parse(text), text);
  }
}

TEST_CASE("a time is read where it is written") {
  CHECK(DateTime::parse("2025-01-20 09:30")->str() == "2025-01-20 09:30");
  CHECK(!DateTime::parse("2025-01-20")->has_time());
  for (const char* text : {"2025-01-20 24:00", "2025-01-20 9:30", "2025-01-20 09:60",
                           "2025-01-20T09:30:00"}) {
    CHECK_MESSAGE(!DateTime::parse(text), text);
  }
}

TEST_CASE("a moment is another day in another time zone") {
  const std::int64_t new_year_in_shanghai = 1767196800;  // 2025-12-31 16:00 UTC
  CHECK(day_in_zone(new_year_in_shanghai, "Asia/Shanghai")->str() == "2026-01-01");
  CHECK(day_in_zone(new_year_in_shanghai - 1, "Asia/Shanghai")->str() == "2025-12-31");
  CHECK(day_in_zone(new_year_in_shanghai, "UTC")->str() == "2025-12-31");
  CHECK(day_in_zone(new_year_in_shanghai, "+08:00")->str() == "2026-01-01");
  CHECK(day_in_zone(new_year_in_shanghai, "-03:30")->str() == "2025-12-31");
  CHECK(!day_in_zone(0, "Asia/Nowhere"));
  CHECK(!day_in_zone(0, "../../etc/passwd"));
  CHECK(!day_in_zone(0, ""));
}
