#include "check/repair.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <memory>

#include "check/check.h"
#include "check/repair_search.h"
#include "load/form.h"
#include "model/completion.h"

using namespace gongkai;

namespace {

using Values = std::map<std::string, std::string>;

// A portal of one agency whose reports hold what a case writes; all other cells hold a filed 0.
class Portal {
 public:
  Portal() {
    Diagnostics diagnostics;
    auto form =
        load_form({}, {"cn-2021", std::string(builtin_folder) + "cn-2021.yaml"}, {}, diagnostics);
    REQUIRE(form);
    catalog_.forms.push_back(std::move(*form));
    catalog_.today = {2026, 6, 1};
    catalog_.settings.kinds.push_back({"city", "city", "city", "government", ""});
    Agency agency;
    agency.id = agency.name = "sample";
    catalog_.agencies.push_back(agency);
  }

  const Report& add(int year, const Values& values, const std::vector<std::string>& left_out = {}) {
    const Form& form = catalog_.forms.front();
    Report report;
    report.agency = &catalog_.agencies.front();
    report.form = &form;
    report.year = year;
    for (CellIndex i = 0; i < form.cells.size(); ++i) {
      Cell cell;
      if (!form.cells[i].head) cell = {Figure::of(0), Mark{i + 1, 1}};
      report.cells.push_back(cell);
    }
    for (const auto& [address, value] : values) {
      const CellIndex cell = form.cell(address);
      REQUIRE(cell != no_cell);
      report.cells[cell] = {Figure::of(*Decimal::parse(value)), Mark{cell + 1, 1}};
    }
    for (const std::string& address : left_out) report.cells[form.cell(address)] = {};
    complete(form, report.cells);
    return catalog_.reports.emplace_back(std::move(report));
  }

  // The causes in words: `2 rules: a 1→2 | b 3→4`, alternatives parted by ` or `.
  std::vector<std::string> causes(const Report& report) {
    catalog_.index();
    std::vector<std::string> words;
    const std::vector<Finding> findings = evaluate(catalog_, report);
    for (const Cause& cause : find_causes(findings)) {
      std::string text = fmt::format("{} failed:", cause.findings.size());
      for (const Repair& repair : cause.repairs) {
        if (&repair != &cause.repairs.front()) text += " or";
        text += fmt::format(" {}/{}", name(repair.kind), repair.rules);
        for (const Change& change : repair.changes) {
          text += fmt::format(" {} {}→{}", report.form->cells[change.cell].address,
                              change.from.str(), change.to.str());
        }
      }
      words.push_back(text);
    }
    return words;
  }

  std::vector<std::string> causes_of(const Values& values,
                                     const std::vector<std::string>& left_out = {}) {
    return causes(add(2024, values, left_out));
  }

 private:
  static std::string name(RepairKind kind) {
    static const std::map<RepairKind, std::string> names = {
        {RepairKind::figure, "figure"},
        {RepairKind::digits_exchanged, "digits exchanged"},
        {RepairKind::digit_missing, "digit missing"},
        {RepairKind::digit_extra, "digit extra"},
        {RepairKind::exchanged, "exchanged"},
        {RepairKind::split, "split"},
        {RepairKind::joined, "joined"},
        {RepairKind::moved, "moved"}};
    return names.at(kind);
  }

  Catalog catalog_;
};

using Words = std::vector<std::string>;

// A row of `requests`: natural, commercial, total.
Values row(const std::string& id, int natural, int commercial, int total) {
  return {{"requests." + id + ".natural", std::to_string(natural)},
          {"requests." + id + ".commercial", std::to_string(commercial)},
          {"requests." + id + ".total", std::to_string(total)}};
}

Values sheet(std::initializer_list<Values> rows) {
  Values all;
  for (const Values& each : rows) all.insert(each.begin(), each.end());
  return all;
}

Values review(const std::vector<int>& figures) {
  Values values;
  const std::vector<std::string> ids = {"upheld", "corrected", "other", "pending", "total"};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    values["disputes.review." + ids[i]] = std::to_string(figures[i]);
  }
  return values;
}

}  // namespace

TEST_CASE("an unbroken report has no cause") {
  Portal portal;
  CHECK(portal
            .causes_of(
                sheet({row("new", 5, 1, 6), row("granted", 5, 1, 6), row("processed", 5, 1, 6)}))
            .empty());
}

TEST_CASE("one wrong figure is one cause of all the rules that it breaks") {
  Portal portal;
  const auto of = [&](const Values& wrong) {
    Values values = wrong;
    values.merge(sheet({row("new", 50, 9, 59), row("granted", 35, 9, 44), row("partial", 15, 0, 15),
                        row("processed", 50, 9, 59)}));
    return portal.causes_of(values);
  };
  CHECK(of({{"requests.granted.natural", "36"}}) ==
        Words{"2 failed: figure/2 requests.granted.natural 36→35"});
  CHECK(of({{"requests.granted.natural", "53"}}) ==
        Words{"2 failed: digits exchanged/2 requests.granted.natural 53→35"});
  CHECK(of({{"requests.granted.natural", "355"}}) ==
        Words{"2 failed: digit extra/2 requests.granted.natural 355→35"});
  CHECK(of({{"requests.granted.natural", "3"}}) ==
        Words{"2 failed: digit missing/2 requests.granted.natural 3→35"});
  CHECK(of({{"requests.processed.natural", "52"}}) ==
        Words{"3 failed: figure/3 requests.processed.natural 52→50"});
  CHECK(of({{"requests.processed.total", "60"}}) ==
        Words{"3 failed: figure/3 requests.processed.total 60→59"});
  CHECK(of({{"requests.carried_in.social", "7"}}) ==
        Words{"2 failed: figure/2 requests.carried_in.social 7→0"});
}

TEST_CASE("two wrong figures are two causes") {
  Portal portal;
  CHECK(
      portal.causes_of(sheet({row("new", 5, 1, 6), row("granted", 6, 1, 6),
                              row("processed", 5, 1, 6), review({1, 0, 0, 0, 0})})) ==
      Words{"2 failed: figure/2 requests.granted.natural 6→5",
            "1 failed: figure/1 disputes.review.upheld 1→0 or figure/1 disputes.review.total 0→1"});
}

TEST_CASE("more than three are no hint, unless one of them is a slip") {
  Portal portal;
  CHECK(portal.causes_of(review({30, 31, 10, 24, 96})).empty());
  CHECK(portal.causes_of(review({367, 97, 196, 121, 790})) ==
        Words{"1 failed: digits exchanged/1 disputes.review.upheld 367→376"});
  CHECK(portal.causes_of(review({376, 97, 196, 121, 970})) ==
        Words{"1 failed: digits exchanged/1 disputes.review.total 970→790"});
  CHECK(portal.causes_of(review({376, 97, 196, 121, 7901})) ==
        Words{"1 failed: digit extra/1 disputes.review.total 7901→790"});
}

TEST_CASE("neighbours in each other's cell") {
  Portal portal;
  CHECK(portal.causes_of(sheet(
            {row("new", 61, 13, 74), row("granted", 13, 61, 74), row("processed", 61, 13, 74)})) ==
        Words{"2 failed: exchanged/3 requests.granted.natural 13→61 "
              "requests.granted.commercial 61→13"});
  // Rows are neighbours too, also over the caption of a head that holds no figures.
  CHECK(portal.causes_of(sheet({row("new", 20, 0, 20), row("partial", 3, 0, 17),
                                row("state_secret", 17, 0, 3), row("processed", 20, 0, 20)})) ==
        Words{"2 failed: exchanged/3 requests.partial.natural 3→17 "
              "requests.state_secret.natural 17→3 or exchanged/3 requests.partial.total 17→3 "
              "requests.state_secret.total 3→17"});
}

TEST_CASE("one figure in two cells, two in one") {
  Portal portal;
  CHECK(portal.causes_of(sheet(
            {row("new", 61, 0, 61), row("granted", 6, 1, 61), row("processed", 61, 0, 61)})) ==
        Words{"3 failed: split/3 requests.granted.natural 6→61 requests.granted.commercial 1→0"});
  CHECK(portal.causes_of(sheet(
            {row("new", 61, 13, 74), row("granted", 6113, 0, 74), row("processed", 61, 13, 74)})) ==
        Words{"3 failed: joined/3 requests.granted.natural 6113→61 "
              "requests.granted.commercial 0→13"});
}

TEST_CASE("counted in the wrong column") {
  Portal portal;
  CHECK(portal.causes_of(sheet(
            {row("new", 61, 1, 62), row("granted", 60, 2, 62), row("processed", 61, 1, 62)})) ==
        Words{"2 failed: moved/3 requests.granted.commercial 2→1 requests.granted.natural 60→61"});
  // In the wrong row it can be the figures or the totals.
  CHECK(portal.causes_of(
            sheet({row("new", 20, 0, 20), row("granted", 14, 0, 12), row("partial", 6, 0, 6),
                   row("state_secret", 0, 0, 2), row("processed", 20, 0, 20)})) ==
        Words{"2 failed: moved/3 requests.granted.natural 14→12 requests.state_secret.natural 0→2 "
              "or moved/3 requests.state_secret.total 2→0 requests.granted.total 12→14"});
}

TEST_CASE("only what was written can be wrong") {
  Portal portal;
  const std::vector<std::string> totals = {"requests.granted.total", "requests.processed.total"};
  // The totals of the rows are computed: the leaf alone explains the rule of its column.
  const Words one = portal.causes_of(
      sheet({row("new", 5, 1, 6), row("granted", 6, 1, 0), row("processed", 5, 1, 0)}), totals);
  CHECK(one == Words{"1 failed: figure/1 requests.granted.natural 6→5"});
  // Filed as one row, a head is a figure like any other.
  const Words head = portal.causes_of(
      sheet({row("new", 5, 1, 6), row("other", 6, 1, 6), row("processed", 5, 1, 6)}), [] {
        std::vector<std::string> cells;
        for (const char* id : {"uncorrected", "unpaid", "other_reasons"}) {
          for (const char* column :
               {"natural", "commercial", "research", "social", "legal", "other", "total"}) {
            cells.push_back(std::string("requests.") + id + "." + column);
          }
        }
        return cells;
      }());
  REQUIRE(head.size() == 1);
  CHECK(head[0].find("requests.other.natural 6→5") != std::string::npos);
}

TEST_CASE("the year before breaks a tie and makes no hint of its own") {
  Portal portal;
  portal.add(2023, sheet({row("new", 8, 0, 8), row("carried_out", 8, 0, 8)}));
  // Blank columns leave three figures that the balance of one column could blame.
  Values values = row("carried_in", 9, 0, 9);
  values.merge(row("carried_out", 8, 0, 8));
  std::vector<std::string> blank;
  for (const char* id : {"new", "carried_in", "processed", "carried_out"}) {
    blank.push_back(std::string("requests.") + id + ".commercial");
  }
  const Words words = portal.causes(portal.add(2024, values, blank));
  REQUIRE_FALSE(words.empty());
  CHECK(words[0].starts_with("1 failed: figure/1 requests.carried_in.natural 9→8"));
}

TEST_CASE("a hint stays within what the cell may hold") {
  CellSpec count;
  CHECK(may_hold(count, 7));
  CHECK_FALSE(may_hold(count, -1));
  CHECK_FALSE(may_hold(count, Decimal(75, 1)));
  CellSpec change;
  change.type = FigureType::signed_count;
  CHECK(may_hold(change, -1));
  CellSpec amount;
  amount.type = FigureType::money;
  amount.digits = 2;
  CHECK(may_hold(amount, Decimal(7530, 2)));
  CHECK_FALSE(may_hold(amount, Decimal(7530, 3)));
  CHECK_FALSE(may_hold(amount, Decimal(-7530, 2)));
}

TEST_CASE("a report in which everything fails ends soon and gives no more than three hints each") {
  Portal portal;
  Values values;
  const Report& empty = portal.add(2020, {});
  int i = 0;
  for (const auto& [address, cell] : empty.form->addresses) {
    if (!empty.form->cells[cell].head) values[address] = std::to_string(1 + (i++ * 7919) % 997);
  }
  const Report& report = portal.add(2024, values);
  Catalog plain;
  plain.settings.kinds.push_back({"city", "city", "city", "government", ""});
  const std::vector<Finding> findings = evaluate(plain, report);
  for (const Cause& cause : find_causes(findings)) CHECK(cause.repairs.size() <= most_repairs);
}
