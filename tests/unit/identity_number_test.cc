#include "texts/identity_number.h"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;

TEST_CASE("the number of an identity card: the examples of GB 11643") {
  CHECK(is_identity_number("11010519491231002X", 2025));
  CHECK(is_identity_number("440524188001010014", 2025) == false);  // valid once, born before 1900
}

TEST_CASE("the number of an identity card: one check character fits") {
  for (const std::string& first :
       {std::string("63012219900307123"), std::string("81000019990101001")}) {
    int valid = 0;
    for (const char last : std::string("0123456789X")) {
      valid += is_identity_number(first + last, 2025) ? 1 : 0;
    }
    CHECK(valid == 1);
  }
}

TEST_CASE("the number of an identity card: a changed or swapped digit is noticed") {
  const std::string number = "11010519491231002X";
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    std::string changed = number;
    changed[i] = static_cast<char>('0' + (changed[i] - '0' + 1) % 10);
    CHECK_FALSE(is_identity_number(changed, 2025));
    std::string swapped = number;
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != number) CHECK_FALSE(is_identity_number(swapped, 2025));
  }
}

TEST_CASE("the number of an identity card: what only looks like one") {
  CHECK_FALSE(is_identity_number("11010519491231002", 2025));    // too short
  CHECK_FALSE(is_identity_number("1101051949123100X2", 2025));   // X inside
  CHECK_FALSE(is_identity_number("11630122015012345X", 2025));   // a credit code
  CHECK_FALSE(is_identity_number("11010519491231002X", 1948));   // not born yet
}
