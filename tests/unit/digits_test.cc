#include "check/digits.h"

#include <doctest/doctest.h>

using namespace gongkai;

TEST_CASE("slips of a digit") {
  const auto slip = [](const char* typed, const char* meant) {
    return slip_between(*Decimal::parse(typed), *Decimal::parse(meant));
  };
  CHECK(slip("16", "61") == Slip::transposed);
  CHECK(slip("1243", "1234") == Slip::transposed);
  CHECK(slip("10.52", "10.25") == Slip::transposed);
  CHECK(slip("37", "376") == Slip::missing);
  CHECK(slip("376", "76") == Slip::extra);
  CHECK(slip("33", "333") == Slip::missing);
  CHECK_FALSE(slip("321", "123"));
  CHECK_FALSE(slip("12", "12"));
  CHECK_FALSE(slip("0", "50"));
  CHECK_FALSE(slip("50", "0"));
  CHECK_FALSE(slip("12", "1.2"));
  CHECK_FALSE(slip("-12", "-21"));
  CHECK_FALSE(slip("12", "1345"));
}

TEST_CASE("digits joined and parted") {
  CHECK(joined(2, 0) == Decimal(20));
  CHECK_FALSE(joined(0, 2));
  CHECK_FALSE(joined(Decimal(25, 1), 0));
  CHECK(parted(20) == std::vector<std::pair<Decimal, Decimal>>{{2, 0}});
  CHECK(parted(6113).size() == 3);
  CHECK(parted(1003) == std::vector<std::pair<Decimal, Decimal>>{{100, 3}});
  CHECK(parted(5).empty());
}
