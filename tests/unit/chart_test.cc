#include "pages/chart.h"

#include <doctest/doctest.h>

#include <regex>

#include "compare/chart_values.h"
#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

Chart chart_of_values(const std::vector<std::vector<int>>& all) {
  Chart chart{"c", "<title>", "text", {}, {}};
  for (std::size_t i = 0; i < all.front().size(); ++i) {
    chart.places.push_back(std::to_string(2019 + i));
  }
  for (const std::vector<int>& values : all) {
    ChartSeries series{"s" + std::to_string(chart.series.size()), {}, {}, {}};
    for (int value : values) {
      series.values.push_back(value < 0 ? std::nullopt : std::optional(Decimal(value)));
      series.texts.push_back(std::to_string(value));
      series.breaks.push_back(false);
    }
    chart.series.push_back(std::move(series));
  }
  return chart;
}

/// The values of an attribute of all elements that a pattern finds.
std::vector<double> all(const std::string& svg, const std::string& pattern) {
  std::vector<double> values;
  const std::regex find(pattern);
  for (std::sregex_iterator i(svg.begin(), svg.end(), find), end; i != end; ++i) {
    values.push_back(std::stod((*i)[1]));
  }
  return values;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += what.size()) ++count;
  return count;
}

}  // namespace

TEST_CASE("a scale ends at a round number that holds the value") {
  CHECK(scale_end(1) == Decimal(1));
  CHECK(scale_end(7) == Decimal(8));
  CHECK(scale_end(9) == Decimal(10));
  CHECK(scale_end(14069) == Decimal(20000));
  CHECK(scale_end(*Decimal::parse("0.35")).str() == "0.4");
}

TEST_CASE("columns are as high as their values, from zero") {
  const std::string svg = column_chart(chart_of_values({{10, 0, -1, 40, 25}}));
  const auto heights = all(svg, "class=\"column[^>]* height=\"([0-9.]+)\"");
  REQUIRE(heights.size() == 4);
  CHECK(heights[1] == doctest::Approx(0));
  CHECK(heights[2] == doctest::Approx(4 * heights[0]).epsilon(0.02));
  CHECK(heights[3] == doctest::Approx(2.5 * heights[0]).epsilon(0.02));
  CHECK(svg.find("&lt;title&gt;") != svg.npos);
  CHECK(svg.find("style=") == svg.npos);
}

TEST_CASE("the parts of a bar make its whole length; what lacks a part has no bar") {
  const std::string svg = composition_chart(chart_of_values({{1, 0, 3}, {3, 0, -1}}), {"4", "0", "—"});
  const auto widths = all(svg, "class=\"part\"[^>]* width=\"([0-9.]+)\"");
  REQUIRE(widths.size() == 2);
  CHECK(widths[1] == doctest::Approx(3 * widths[0]).epsilon(0.01));
  CHECK(svg.find(">25.0%<") != svg.npos);
  CHECK(count(svg, "class=\"guide\"") == 2);
}

TEST_CASE("a line stops at a gap and at a break, and every series has a mark of its own") {
  Chart chart = chart_of_values({{5, 6, -1, 7, 8}, {1, 2, 3, 4, 5}});
  chart.series[1].breaks[3] = true;
  const std::string svg = line_chart(chart);
  const std::regex lines("class=\"line\" d=\"([^\"]*)\"");
  std::vector<std::string> paths;
  for (std::sregex_iterator i(svg.begin(), svg.end(), lines), end; i != end; ++i) {
    paths.push_back((*i)[1]);
  }
  REQUIRE(paths.size() == 2);
  CHECK(count(paths[0], "M") == 2);
  CHECK(count(paths[0], "L") == 2);
  CHECK(count(paths[1], "M") == 2);
  CHECK(count(paths[1], "L") == 3);
  CHECK(count(svg, ">[b]<") == 1);
  CHECK(count(svg, "m-4 0a4") == 4);
  CHECK(count(svg, "m-3.5-3.5") == 5);
}

TEST_CASE("a sparkline needs two values that follow one another") {
  CHECK(sparkline({Decimal(1), std::nullopt, Decimal(2)}, {false, false, false}).empty());
  CHECK(sparkline({Decimal(1), Decimal(2)}, {false, true}).empty());
  CHECK_FALSE(sparkline({Decimal(1), Decimal(2)}, {false, false}).empty());
}

TEST_CASE("a composition counts only reports whose parts make the whole") {
  auto catalog = make_catalog();
  Form& form = catalog->forms.emplace_back(make_form("f", {"a", "b", "all"}, {"total"}));
  FormChart chart;
  chart.id = chart.label = "parts";
  chart.kind = FormChart::Kind::composition;
  for (CellIndex cell : {0u, 1u}) {
    Indicator part;
    part.id = part.label = form.cells[cell].row_id;
    part.numerator.terms = {{1, cell, false}};
    chart.series.push_back(part);
  }
  chart.whole = LinearExpression{{{1, 2, false}}, {}};
  form.charts.push_back(chart);
  Agency& town = add_agency(*catalog, "town");
  const Report& good = add_report(*catalog, town, form, 2022, {1, 2, 3});
  const Report& wrong = add_report(*catalog, town, form, 2023, {1, 2, 4});
  const Report& blank = add_report(*catalog, town, form, 2024, {-1, 2, 2});
  catalog->index();
  const Library library(*catalog);
  const ChartValues values = chart_values(library, form.charts[0], {{&good}, {&wrong}, {&blank}});
  CHECK(*values.wholes[0] == Decimal(3));
  CHECK_FALSE(values.wholes[1]);
  CHECK_FALSE(values.series[0][1]);
  CHECK_FALSE(values.wholes[2]);
}
