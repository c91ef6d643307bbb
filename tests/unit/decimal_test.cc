#include "model/decimal.h"

#include <doctest/doctest.h>

using gongkai::Decimal;

namespace {
Decimal d(const char* text) { return *Decimal::parse(text); }
}  // namespace

TEST_CASE("a decimal is read as written and printed as read") {
  for (const char* text : {"0", "7", "-5", "11398889", "7730.28", "190.457379", "0.5", "-0.05",
                           "7.50", "9999999999999999"}) {
    CHECK(d(text).str() == text);
  }
}

TEST_CASE("what is no plain decimal is refused") {
  for (const char* text : {"", "-", ".", "1.", ".5", "010", "00", "-01", "1e3", "0x1F", "1,234",
                           "+3", " 1", "1 ", "1.2.3", "１２", "O", "NaN", "99999999999999999",
                           "1.1234567", "--1"}) {
    CHECK_MESSAGE(!Decimal::parse(text), text);
  }
}

TEST_CASE("sums of different places are exact") {
  CHECK((d("72701.2578") + d("0.7422")).str() == "72702.0000");
  CHECK(d("0.1") + d("0.2") == d("0.3"));
  CHECK((d("5") - d("7.25")).str() == "-2.25");
  CHECK((3 * d("-1.5")).str() == "-4.5");
  Decimal sum;
  for (int i = 0; i < 1000; ++i) sum += d("9999999999999999");
  CHECK(sum.str() == "9999999999999999000");
}

TEST_CASE("decimals compare by value, not by how they are written") {
  CHECK(d("7.50") == d("7.5"));
  CHECK(d("-1") < d("-0.5"));
  CHECK(d("2") > d("1.999999"));
}

TEST_CASE("quotients round half away from zero") {
  CHECK(Decimal::quotient(d("1"), d("3"), 4).str() == "0.3333");
  CHECK(Decimal::quotient(d("2"), d("3"), 2).str() == "0.67");
  CHECK(Decimal::quotient(d("1"), d("8"), 2).str() == "0.13");
  CHECK(Decimal::quotient(d("-1"), d("8"), 2).str() == "-0.13");
  CHECK(Decimal::quotient(d("1.5"), d("-0.5"), 0).str() == "-3");
}
