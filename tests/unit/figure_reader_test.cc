#include "load/figure_reader.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

// What a cell of a type makes of a text: the figure, a state in words, or the code of the error.
std::string read(const std::string& text, FigureType type = FigureType::count,
                 std::optional<int> digits = {}) {
  Diagnostics diagnostics;
  const FileContext context{"report.yaml", diagnostics};
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = text;
  node.mark = {1, 1};
  CellSpec cell;
  cell.type = type;
  cell.digits = digits;
  const auto figure = read_figure(context, node, cell);
  if (!figure) {
    REQUIRE(diagnostics.items().size() == 1);
    return std::string(diagnostics.items()[0].code());
  }
  CHECK(diagnostics.empty());
  switch (figure->state) {
    case State::figure: return figure->value().str();
    case State::not_reported: return "not reported";
    case State::not_applicable: return "not applicable";
    case State::below_limit: return "below limit";
    default: return "?";
  }
}

}  // namespace

TEST_CASE("counts are whole and not negative") {
  CHECK(read("0") == "0");
  CHECK(read("11398889") == "11398889");
  CHECK(read("") == "not reported");
  CHECK(read("不适用") == "not applicable");
  CHECK(read("N/A") == "not applicable");
  CHECK(read("-1") == "negative-figure");
  CHECK(read("12.5") == "not-whole");
  CHECK(read("010") == "leading-zero");
  CHECK(read("1e3") == "not-a-number");
  CHECK(read("0x1F") == "not-a-number");
  CHECK(read("+5") == "not-a-number");
  CHECK(read("12345678901234567") == "too-many-digits");
}

TEST_CASE("what a Chinese input method types is named") {
  CHECK(read("１２") == "full-width");
  CHECK(read("0，0，0") == "full-width");
  CHECK(read("1O") == "letter-for-zero");
  CHECK(read("O") == "letter-for-zero");
  CHECK(read("〇") == "letter-for-zero");
  CHECK(read("1,234") == "thousands-separator");
  CHECK(read("251000元") == "unit-in-cell");
  CHECK(read("22（其中修订16件）") == "note-in-cell");
  CHECK(read("/") == "blank-mark");
  CHECK(read("—") == "blank-mark");
  CHECK(read("many") == "not-a-number");
}

TEST_CASE("other types allow what they are for") {
  CHECK(read("+1036", FigureType::signed_count) == "1036");
  CHECK(read("-5", FigureType::signed_count) == "-5");
  CHECK(read("190.457379", FigureType::decimal) == "190.457379");
  CHECK(read("1.2345678", FigureType::decimal) == "too-many-digits");
  CHECK(read("7.125", FigureType::money, 2) == "too-many-places");
  CHECK(read("-7", FigureType::money) == "negative-figure");
  CHECK(read("<1", FigureType::days) == "below limit");
  CHECK(read("<1") == "not-a-number");
}
