#include "model/hierarchy.h"

#include <doctest/doctest.h>

#include "small_catalog.h"

namespace gongkai::test {
namespace {

/// A county with its office, a department and a town; every report of 2024 holds these figures.
struct County {
  std::unique_ptr<Catalog> catalog = make_catalog();
  const Form& form = catalog->forms.emplace_back(make_form("form", {"new"}, {"natural", "total"}));
  Agency& county = add_agency(*catalog, "county");
  Agency& office = add_agency(*catalog, "office", "county");
  Agency& school = add_agency(*catalog, "school", "county");
  Agency& town = add_agency(*catalog, "town", "county");

  Parts parts(int year = 2024) {
    catalog->index();
    return parts_of(*catalog, county, year);
  }
  Report& file(const Agency& agency, int figure) {
    return add_report(*catalog, agency, form, 2024, {figure, figure});
  }
};

std::vector<std::string> ids(const Parts& parts) {
  std::vector<std::string> ids;
  for (const Report* report : parts.reports) ids.push_back(report->agency->id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("hierarchy: own office, departments and towns make the whole") {
  County c;
  c.file(c.office, 349);
  c.file(c.school, 933);
  c.file(c.town, 2325);
  const Parts parts = c.parts();
  CHECK(ids(parts) == Ids{"office", "school", "town"});
  CHECK(parts.complete());
  const CellSum sum = sum_of(parts, c.form, 0, {});
  CHECK(sum.value == Decimal(3607));
  CHECK(sum.gaps.empty());
}

TEST_CASE("hierarchy: a part with agencies below counts by its consolidated report") {
  County c;
  const Agency& village = add_agency(*c.catalog, "village", "town");
  c.file(c.town, 10).scope = Scope::all;
  c.file(village, 4);
  CHECK(ids(c.parts()) == Ids{"town"});
}

TEST_CASE("hierarchy: a part that filed for itself brings what is below it") {
  County c;
  const Agency& village = add_agency(*c.catalog, "village", "town");
  c.file(c.town, 10);
  c.file(village, 4);
  CHECK(ids(c.parts()) == Ids{"town", "village"});
}

TEST_CASE("hierarchy: a part that owes nothing and has nothing brings what is below it") {
  County c;
  const Agency& village = add_agency(*c.catalog, "village", "town");
  c.file(village, 4);
  const Parts parts = c.parts();
  CHECK(ids(parts) == Ids{"village"});
  CHECK(parts.complete());
}

TEST_CASE("hierarchy: who owes a report and has none is missing") {
  County c;
  c.school.reports = ReportingYears{2024, 2024};
  CHECK(c.parts(2023).complete());
  const Parts parts = parts_of(*c.catalog, c.county, 2024);
  REQUIRE(parts.missing.size() == 1);
  CHECK(parts.missing[0].agency == &c.school);
  CHECK(parts.missing[0].absence == Absence::no_report);
}

TEST_CASE("hierarchy: reports that do not count are missing, and say why") {
  County c;
  c.file(c.office, 1).status = Status::draft;
  c.file(c.school, 1).status = Status::withdrawn;
  c.file(c.town, 1).published = DateTime{{2026, 6, 2}};
  const Agency& second = add_agency(*c.catalog, "second", "county");
  c.catalog->left_out.emplace_back(second.id, 2024);
  const Parts parts = c.parts();
  CHECK(parts.reports.empty());
  REQUIRE(parts.missing.size() == 4);
  CHECK(parts.missing[0].absence == Absence::draft);
  CHECK(parts.missing[1].absence == Absence::withdrawn);
  CHECK(parts.missing[2].absence == Absence::future);
  CHECK(parts.missing[3].absence == Absence::left_out);
}

TEST_CASE("hierarchy: of a missing whole the parts are known but not missed") {
  County c;
  const Agency& village = add_agency(*c.catalog, "village", "town");
  Agency& hamlet = add_agency(*c.catalog, "hamlet", "town");
  c.town.reports = hamlet.reports = ReportingYears{2024, 9999};
  c.file(village, 4);
  const Parts parts = c.parts();
  CHECK(ids(parts) == Ids{"village"});
  REQUIRE(parts.missing.size() == 1);
  CHECK(parts.missing[0].agency == &c.town);
}

TEST_CASE("hierarchy: an office that filed for everything is of another scope") {
  County c;
  c.catalog->settings.kinds.push_back({"office", "Offices", "county", "office", ""});
  c.office.kind = 1;
  c.file(c.office, 5).scope = Scope::all;
  const Parts parts = c.parts();
  REQUIRE(parts.missing.size() == 1);
  CHECK(parts.missing[0].absence == Absence::other_scope);
}

TEST_CASE("hierarchy: a circle of parents ends") {
  County c;
  c.county.parent = "town";
  c.file(c.town, 1);
  c.file(c.county, 2);
  CHECK(ids(c.parts()) == Ids{"town"});
}

TEST_CASE(
    "hierarchy: a figure that is not reported is a gap, one that is not applicable adds none") {
  County c;
  c.file(c.office, 3);
  c.file(c.school, -1);
  c.file(c.town, 4).cells[0].figure = Figure::without_number(State::not_applicable);
  const CellSum sum = sum_of(c.parts(), c.form, 0, {});
  CHECK(sum.value == Decimal(3));
  REQUIRE(sum.gaps.size() == 1);
  CHECK(sum.gaps[0].report->agency == &c.school);
  CHECK(sum.gaps[0].gap == Gap::not_reported);
}

TEST_CASE("hierarchy: amounts in several units are not added up") {
  County c;
  c.file(c.office, 3).details[0].unit = "元";
  c.file(c.school, 0);
  c.file(c.town, 4).details[0].unit = "万元";
  const CellSum sum = sum_of(c.parts(), c.form, 0, {});
  CHECK(sum.value == Decimal(3));
  CHECK(sum.unit == "元");
  REQUIRE(sum.gaps.size() == 1);
  CHECK(sum.gaps[0].gap == Gap::other_unit);
}

TEST_CASE("hierarchy: a part in another form answers another question") {
  County c;
  const Form& other =
      c.catalog->forms.emplace_back(make_form("other", {"new"}, {"natural", "total"}));
  c.file(c.office, 3);
  add_report(*c.catalog, c.town, other, 2024, {4, 4});
  const CellSum sum = sum_of(c.parts(), c.form, 0, {});
  CHECK(sum.value == Decimal(3));
  REQUIRE(sum.gaps.size() == 1);
  CHECK(sum.gaps[0].gap == Gap::other_form);
}

}  // namespace gongkai::test
