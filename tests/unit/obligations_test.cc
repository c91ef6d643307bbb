#include "model/obligations.h"

#include <doctest/doctest.h>

#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

/// A town that owes reports from 2020 on, due on 31 January, on a day that the test chooses.
struct Town {
  std::unique_ptr<Catalog> catalog = make_catalog();
  Form form = make_form("form", {"row"}, {"total"});
  Agency* agency = nullptr;

  explicit Town(Date today, const std::string& due = "01-31") {
    catalog->today = today;
    catalog->settings.kinds[0].due = due;
    agency = &add_agency(*catalog, "town");
    agency->reports = ReportingYears{2020, 2024};
  }
  Duty duty(int year) {
    catalog->index();
    return duty_of(*catalog, *agency, year);
  }
  Report& file(int year, const std::string& published) {
    Report& report = add_report(*catalog, *agency, form, year, {1});
    if (!published.empty()) report.published = DateTime::parse(published);
    return report;
  }
};

}  // namespace

TEST_CASE("obligations: days between days cross months, years and leap days") {
  CHECK(days_between({2024, 2, 28}, {2024, 3, 1}) == 2);
  CHECK(days_between({2023, 2, 28}, {2023, 3, 1}) == 1);
  CHECK(days_between({2024, 12, 31}, {2025, 1, 1}) == 1);
  CHECK(days_between({2025, 1, 20}, {2025, 1, 20}) == 0);
  CHECK(days_between({2025, 2, 3}, {2025, 1, 31}) == -3);
  CHECK(days_between({1999, 12, 31}, {2000, 12, 31}) == 366);
}

TEST_CASE("obligations: 29 February is the end of February in other years") {
  AgencyKind kind;
  kind.due = "02-29";
  CHECK(due_day(kind, 2023)->str() == "2024-02-29");
  CHECK(due_day(kind, 2024)->str() == "2025-02-28");
  CHECK(due_day(kind, 1999)->str() == "2000-02-29");
  CHECK(due_day(kind, 2099)->str() == "2100-02-28");
  kind.due = "01-31";
  CHECK(due_day(kind, 2024)->str() == "2025-01-31");
  kind.due = "";
  CHECK(!due_day(kind, 2024));
}

TEST_CASE("obligations: a report that is not there is missing after its last day") {
  for (auto [today, state, days] : {std::tuple{Date{2025, 1, 20}, DutyState::awaited, -11},
                                    std::tuple{Date{2025, 1, 31}, DutyState::awaited, 0},
                                    std::tuple{Date{2025, 2, 1}, DutyState::missing, 1}}) {
    const Duty duty = Town(today).duty(2024);
    CHECK(duty.owed);
    CHECK(duty.state == state);
    CHECK(duty.days_late == days);
    CHECK(duty.is_overdue() == (days > 0));
  }
}

TEST_CASE("obligations: a report is on time until the end of its last day") {
  for (auto [published, state, days] :
       {std::tuple{"2025-01-20", DutyState::on_time, -11},
        std::tuple{"2025-01-31 23:59", DutyState::on_time, 0},
        std::tuple{"2025-02-01", DutyState::late, 1},
        std::tuple{"2026-02-03", DutyState::late, 368}}) {
    Town town({2026, 6, 1});
    town.file(2024, published);
    const Duty duty = town.duty(2024);
    CHECK(duty.state == state);
    CHECK(duty.days_late == days);
    CHECK(duty.is_published());
    CHECK(!duty.is_overdue());
  }
}

TEST_CASE("obligations: what is filed and not public") {
  Town town({2025, 2, 10});
  SUBCASE("dated in the future") {
    town.file(2024, "2025-02-20");
    CHECK(town.duty(2024).state == DutyState::scheduled);
    CHECK(town.duty(2024).is_overdue());
  }
  SUBCASE("a draft") {
    town.file(2024, "").status = Status::draft;
    CHECK(town.duty(2024).state == DutyState::draft);
    CHECK(town.duty(2024).days_late == 10);
    CHECK(town.duty(2024).is_overdue());
  }
  SUBCASE("withdrawn") {
    town.file(2024, "2025-01-20").status = Status::withdrawn;
    CHECK(town.duty(2024).state == DutyState::withdrawn);
    CHECK(!town.duty(2024).is_overdue());
  }
  SUBCASE("left out for an error") {
    town.catalog->left_out.emplace_back("town", 2024);
    CHECK(town.duty(2024).state == DutyState::left_out);
    CHECK(town.duty(2024).is_overdue());
  }
  SUBCASE("a draft does not count where only what is shown counts") {
    town.file(2024, "").status = Status::draft;
    town.catalog->index();
    CHECK(duty_of(*town.catalog, *town.agency, 2024, nullptr).state == DutyState::missing);
  }
}

TEST_CASE("obligations: without a date of publication lateness is not known") {
  Town town({2025, 6, 1});
  town.file(2024, "").source = Source{"a sheet", ""};
  const Duty duty = town.duty(2024);
  CHECK(duty.state == DutyState::date_unknown);
  CHECK(duty.days_late == 0);
  CHECK(duty.is_published());
}

TEST_CASE("obligations: an agency owes from its first year to that of its end") {
  Town town({2030, 1, 1});
  CHECK(!town.duty(2019).owed);
  CHECK(town.duty(2020).owed);
  CHECK(town.duty(2024).owed);
  CHECK(!town.duty(2025).owed);
  CHECK(town.duty(2025).state == DutyState::awaited);
  CHECK(!town.duty(2025).due);
  CHECK(duty_years(*town.catalog) == std::vector{2024, 2023, 2022, 2021, 2020});
}

TEST_CASE("obligations: an agency that owes none may publish, and is never late") {
  Town town({2025, 6, 1});
  town.agency->reports.reset();
  town.file(2024, "2025-05-30");
  const Duty duty = town.duty(2024);
  CHECK(!duty.owed);
  CHECK(duty.state == DutyState::published);
  CHECK(duties_in(*town.catalog, 2024).size() == 1);
  CHECK(duties_in(*town.catalog, 2023).empty());
}

TEST_CASE("obligations: without a last day nothing is late or missing") {
  Town town({2025, 6, 1}, "");
  CHECK(town.duty(2023).state == DutyState::awaited);
  town.file(2024, "2025-05-30");
  CHECK(town.duty(2024).state == DutyState::published);
  CHECK(!town.duty(2024).is_overdue());
}
