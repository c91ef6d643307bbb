#include <doctest/doctest.h>

#include "compare/across_agencies.h"
#include "compare/one_figure.h"
#include "compare/summed.h"
#include "compare/year_over_year.h"
#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

/// An older form whose row `new` continues and whose row `other` means something else later.
struct TwoForms {
  std::unique_ptr<Catalog> catalog = make_catalog();
  Form* older = &catalog->forms.emplace_back(
      make_form("old", {"new", "other", "gone"}, {"natural", "total"}));
  Form* newer =
      &catalog->forms.emplace_back(make_form("new", {"new", "other"}, {"natural", "total"}));
  Agency* town = &add_agency(*catalog, "town");

  TwoForms() {
    newer->series.after = "old";
    newer->series.continues = {true, true, false, false};
    add_report(*catalog, *town, *older, 2019, {11, 12, 13, 14, 15, 16});
    add_report(*catalog, *town, *newer, 2021, {21, 22, 23, 24});
    add_report(*catalog, *town, *newer, 2022, {31, 32, -1, 34});
    catalog->index();
  }
};

}  // namespace

TEST_CASE("the library shows what is published and nothing else") {
  auto catalog = make_catalog();
  Form& form = catalog->forms.emplace_back(make_form("f", {"new"}, {"total"}));
  Agency& shown = add_agency(*catalog, "shown");
  Agency& hidden = add_agency(*catalog, "hidden");
  add_report(*catalog, shown, form, 2023, {7});
  add_report(*catalog, shown, form, 2024, {8}).status = Status::withdrawn;
  add_report(*catalog, hidden, form, 2023, {9}).status = Status::draft;
  add_report(*catalog, hidden, form, 2024, {10}).published = DateTime{{2026, 6, 2}};
  catalog->index();

  Library library(*catalog);
  CHECK(library.reports().size() == 1);
  CHECK(library.years() == std::vector<int>{2023});
  CHECK(library.has_page(shown));
  CHECK_FALSE(library.has_page(hidden));
  CHECK(library.report(shown, 2024) == nullptr);
  CHECK(library.withdrawn(shown, 2024) != nullptr);

  Library with_drafts(*catalog, {true, {}});
  CHECK(with_drafts.has_page(hidden));
  CHECK(with_drafts.report(hidden, 2024) != nullptr);

  Library without_held(*catalog, {false, {{"shown", 2023}}});
  CHECK(without_held.reports().empty());
}

TEST_CASE("a year without a report is a gap, a change of form a break") {
  TwoForms forms;
  Library library(*forms.catalog);
  YearOverYear table = year_over_year(library, *forms.town, "requests", "total");
  CHECK(table.years == std::vector<int>{2019, 2020, 2021, 2022});
  REQUIRE(table.blocks.size() == 2);
  CHECK(table.blocks[0].form == forms.newer);
  REQUIRE(table.blocks[0].lines.size() == 2);

  const SeriesLine& continued = table.blocks[0].lines[0];
  CHECK(continued.points[0].figure.units == 12);
  CHECK(continued.points[1].report == nullptr);
  CHECK_FALSE(continued.points[2].breaks);
  REQUIRE(continued.last_change);
  CHECK(continued.last_change->difference == Decimal(10));
  CHECK(continued.last_change->percent->str() == "45.5");

  const SeriesLine& broken = table.blocks[0].lines[1];
  CHECK(broken.points[0].figure.units == 14);
  CHECK(broken.points[2].breaks);
  CHECK_FALSE(broken.points[3].breaks);

  REQUIRE(table.blocks[1].lines.size() == 1);
  const SeriesLine& gone = table.blocks[1].lines[0];
  CHECK(gone.points[0].figure.units == 16);
  CHECK(gone.points[2].cell == no_cell);
  CHECK_FALSE(gone.points[2].breaks);
}

TEST_CASE("no change is computed from what is not reported, nor a percentage on zero") {
  CHECK_FALSE(change(Figure::of(Decimal(3)), Figure::without_number(State::not_reported)));
  std::optional<Change> from_zero = change(Figure::of(Decimal(0)), Figure::of(Decimal(3)));
  REQUIRE(from_zero);
  CHECK(from_zero->difference == Decimal(3));
  CHECK_FALSE(from_zero->percent);
}

TEST_CASE("a total counts no agency twice") {
  auto catalog = make_catalog();
  Form& form = catalog->forms.emplace_back(make_form("f", {"new"}, {"total"}));
  Agency& county = add_agency(*catalog, "county");
  Agency& office = add_agency(*catalog, "office", "county");
  Agency& town = add_agency(*catalog, "town", "county");
  Agency& village = add_agency(*catalog, "village", "town");
  Agency& other = add_agency(*catalog, "other");
  add_report(*catalog, county, form, 2023, {1}).scope = Scope::own;
  add_report(*catalog, county, form, 2024, {100}).scope = Scope::all;
  for (int year : {2023, 2024}) {
    add_report(*catalog, office, form, year, {2});
    add_report(*catalog, town, form, year, {4});
    add_report(*catalog, village, form, year, {8});
    add_report(*catalog, other, form, year, {16});
  }
  catalog->index();
  Library library(*catalog);
  CHECK(summed_reports(library, 2023, form).size() == 5);
  CHECK(summed_reports(library, 2024, form).size() == 2);

  OneFigure figure = one_figure(library, form, 0);
  CHECK(figure.years == std::vector<int>{2024, 2023});
  CHECK(figure.rows.size() == 5);
  CHECK(*figure.totals[0].value == Decimal(116));
  CHECK(*figure.totals[1].value == Decimal(31));
  CHECK(figure.totals[0].contains.size() == 2);
}

TEST_CASE("figures of different series are not added up") {
  TwoForms forms;
  Agency& late = add_agency(*forms.catalog, "late");
  add_report(*forms.catalog, late, *forms.older, 2022, {41, 42, 43, 44, 45, 46});
  forms.catalog->index();
  Library library(*forms.catalog);
  OneFigure continued = one_figure(library, *forms.newer, 1);
  CHECK(*continued.totals[0].value == Decimal(74));
  OneFigure broken = one_figure(library, *forms.newer, 3);
  CHECK(broken.years[0] == 2022);
  CHECK_FALSE(broken.totals[0].value);
}

TEST_CASE("an indicator without a base is ranked last and is never zero") {
  auto catalog = make_catalog();
  Form& form = catalog->forms.emplace_back(make_form("f", {"granted", "processed"}, {"total"}));
  Indicator share;
  share.id = share.label = "share";
  share.unit = "percent";
  share.numerator.terms = {{1, 0, false}};
  share.denominator = LinearExpression{{{1, 1, false}}, {}};
  form.indicators.push_back(share);
  add_report(*catalog, add_agency(*catalog, "none"), form, 2024, {0, 0});
  add_report(*catalog, add_agency(*catalog, "silent"), form, 2024, {-1, 5});
  add_report(*catalog, add_agency(*catalog, "zero"), form, 2024, {0, 9});
  add_report(*catalog, add_agency(*catalog, "half"), form, 2024, {13, 26});
  catalog->index();
  Library library(*catalog);
  std::vector<AcrossAgencies> comparisons = across_agencies(library, 2024);
  REQUIRE(comparisons.size() == 1);
  CHECK(comparisons[0].rows[0].values[0].kind == IndicatorValue::Kind::no_base);
  CHECK(comparisons[0].rows[3].values[0].value.str() == "50.0");
  std::vector<std::string> order;
  for (const auto* row : ranked(comparisons[0], 0)) order.push_back(row->report->agency->id);
  CHECK(order == std::vector<std::string>{"half", "zero", "none", "silent"});
  // 13 of 35: the report that does not tell its numerator is in neither sum.
  CHECK(comparisons[0].totals[0].value.value.str() == "37.1");
  CHECK(comparisons[0].totals[0].contains.size() == 3);
}
