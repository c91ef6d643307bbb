// Every pair of years: 二 of a year is 四 of the year before, per column, and 现行有效 continues,
// per row. Which of these can be assessed is worked out here from the folders and the sheets alone:
// not where the year before is missing, left blank, or filed in a form whose figure is another one.
// Looked at are the sample portal as it is, and ten years of one agency over both forms with one
// year missing and one cell blank.
//
//     between_years_test <source folder> <tests/real>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "check/check.h"
#include "running.h"
#include "session/session.h"
#include "sheet_site.h"

namespace fs = std::filesystem;
using gongkai::Outcome;
using gongkai::Reason;

namespace {

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

const std::vector<std::string> columns = {"natural", "commercial", "research", "social",
                                          "legal",   "other",      "total"};

struct Verdict {
  Outcome outcome = Outcome::not_assessed;
  Reason reason = Reason::none;
  bool operator==(const Verdict&) const = default;
};

/// By rule and cell: `requests.carry_over requests.carried_in.natural`.
using Verdicts = std::map<std::string, Verdict>;

/// What must be said of a sheet with that of the year before, which may be missing.
Verdicts expect(const Sheet& sheet, const Sheet* previous) {
  const Figures now = figures_of(sheet);
  const Figures before = previous ? figures_of(*previous) : Figures();
  Verdicts verdicts;
  // Each address with its sign; `<` is the year before.
  const auto add = [&](const std::string& rule, const std::string& at, bool continues,
                       const std::vector<std::pair<int, std::string>>& terms) {
    std::int64_t sum = 0;
    Verdict verdict{Outcome::passed, Reason::none};
    for (const auto& [sign, written] : terms) {
      const bool earlier = written[0] == '<';
      const Figures& figures = earlier ? before : now;
      const auto figure = figures.find(earlier ? written.substr(1) : written);
      Reason reason = Reason::none;
      if (earlier && !previous) {
        reason = Reason::previous_missing;
      } else if (earlier && !continues) {
        reason = Reason::series_break;
      } else if (figure == figures.end()) {
        reason = earlier ? Reason::previous_not_reported : Reason::not_reported;
      } else {
        sum += sign * figure->second;
      }
      if (reason != Reason::none && verdict.reason == Reason::none) {
        verdict = {Outcome::not_assessed, reason};
      }
    }
    if (verdict.outcome == Outcome::passed && sum != 0) verdict.outcome = Outcome::failed;
    verdicts[rule + " " + at] = verdict;
  };
  for (const std::string& column : columns) {
    const std::string at = "requests.carried_in." + column;
    add("requests.carry_over", at, true, {{1, at}, {-1, "<requests.carried_out." + column}});
  }
  if (sheet.form != "cn-2021") return verdicts;
  for (const char* row : {"regulations", "normative_documents"}) {
    const std::string of = std::string("proactive.") + row + ".";
    add("proactive.in_force", of + "in_force", !previous || previous->form == sheet.form,
        {{1, of + "in_force"},
         {-1, "<" + of + "in_force"},
         {-1, of + "issued"},
         {1, of + "repealed"}});
  }
  return verdicts;
}

struct Count {
  int pairs = 0, passed = 0, failed = 0, not_assessed = 0;
};

void compare(const gongkai::Catalog& catalog, const gongkai::Report& report,
             const Verdicts& expected, Count& count) {
  Verdicts found;
  for (const gongkai::Finding& finding : gongkai::evaluate(catalog, report)) {
    if (!finding.rule->uses_previous) continue;
    found[finding.rule->id + " " + report.form->cells[finding.cell()].address] = {finding.outcome,
                                                                                  finding.reason};
    count.passed += finding.outcome == Outcome::passed;
    count.failed += finding.outcome == Outcome::failed;
    count.not_assessed += finding.outcome == Outcome::not_assessed;
  }
  const std::string name = fmt::format("{}/{}", report.agency->id, report.year);
  if (found.size() != expected.size()) {
    fault(fmt::format("{}: {} expected, {} found", name, expected.size(), found.size()));
  }
  for (const auto& [rule, verdict] : expected) {
    const auto one = found.find(rule);
    if (one != found.end() && one->second == verdict) continue;
    fault(fmt::format("{}: {}: not as expected", name, rule));
  }
}

/// The sample portal, by the folders that it has.
Count check_sample(const fs::path& source, const std::vector<Sheet>& sheets) {
  gongkai::SessionOptions options;
  options.site = source;
  options.today = gongkai::Date{2026, 11, 30};
  const gongkai::Session session = gongkai::check_site(options);
  if (!session.catalog) throw std::runtime_error("the sample portal cannot be loaded");
  Count count;
  for (const auto& entry : fs::recursive_directory_iterator(source / "content/agencies")) {
    if (entry.path().filename() != "report.yaml") continue;
    const fs::path folder = entry.path().parent_path();
    const std::string agency = folder.parent_path().filename().string();
    const int year = std::stoi(folder.filename().string());
    const bool is_pair = fs::exists(folder.parent_path() / std::to_string(year - 1));
    count.pairs += is_pair;
    const auto sheet_of = [&](int of) {
      return std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) {
        return sheet.agency == agency && sheet.year == of;
      });
    };
    const auto previous = sheet_of(year - 1);
    if (is_pair && previous == sheets.end()) fault(agency + ": tests/real lacks a year");
    const gongkai::Report* report = session.catalog->report(*session.catalog->agency(agency), year);
    Sheet sheet;
    if (const auto known = sheet_of(year); known != sheets.end()) {
      sheet = *known;
    } else {
      // A first report: only that it has none before it is needed.
      sheet = sheets.front();
      sheet.form = report->form->id;
      if (is_pair) fault(agency + ": tests/real lacks a year");
    }
    compare(*session.catalog, *report, expect(sheet, is_pair ? &*previous : nullptr), count);
  }
  return count;
}

void set(Sheet& sheet, const std::string& address, std::optional<std::string> value) {
  for (SheetCell& cell : sheet.cells) {
    if (cell.table + "." + cell.row + "." + cell.column == address) {
      cell.value = value;
      return;
    }
  }
  throw std::invalid_argument("no cell " + address);
}

std::string get(const Sheet& sheet, const std::string& address) {
  for (const SheetCell& cell : sheet.cells) {
    if (cell.table + "." + cell.row + "." + cell.column == address) return *cell.value;
  }
  throw std::invalid_argument("no cell " + address);
}

/// Ten years of an agency from two sheets: what is carried over and stays in force fits from year
/// to year, but for what is broken afterwards.
std::vector<Sheet> ten_years(const Sheet& trial, const Sheet& now) {
  std::vector<Sheet> years;
  for (int year = 2019; year < 2029; ++year) {
    Sheet sheet = year < 2021 ? trial : now;
    sheet.agency = "ten-years";
    sheet.year = year;
    for (SheetCell& cell : sheet.cells) cell.value = cell.value.value_or("0");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string before =
          years.empty() ? "3" : get(years.back(), "requests.carried_out." + columns[i]);
      set(sheet, "requests.carried_in." + columns[i], before);
      set(sheet, "requests.carried_out." + columns[i],
          std::to_string(year % 7 + static_cast<int>(i)));
    }
    if (year > 2021) {
      for (const std::string row : {"regulations", "normative_documents"}) {
        const std::string of = "proactive." + row + ".";
        set(sheet, of + "issued", std::to_string(std::stoll(get(sheet, of + "repealed")) + 1));
        set(sheet, of + "in_force",
            std::to_string(std::stoll(get(years.back(), of + "in_force")) +
                           std::stoll(get(sheet, of + "issued")) -
                           std::stoll(get(sheet, of + "repealed"))));
      }
    }
    years.push_back(sheet);
  }
  return years;
}

Count check_years(std::vector<Sheet> years) {
  const TemporaryFolder folder;
  const auto catalog = load_sheets(folder.path(), years);
  Count count;
  for (const Sheet& sheet : years) {
    const auto previous = std::find_if(years.begin(), years.end(), [&](const Sheet& other) {
      return other.year == sheet.year - 1;
    });
    count.pairs += previous != years.end();
    compare(*catalog, *catalog->report(*catalog->agency(sheet.agency), sheet.year),
            expect(sheet, previous == years.end() ? nullptr : &*previous), count);
  }
  return count;
}

void print(const char* title, const Count& count) {
  std::cout << fmt::format("{}: {} pairs of years; {} passed, {} failed, {} not assessed\n", title,
                           count.pairs, count.passed, count.failed, count.not_assessed);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: between_years_test <source folder> <tests/real>\n";
    return 2;
  }
  const std::vector<Sheet> sheets = read_sheets(argv[2]);
  const Count sample = check_sample(argv[1], sheets);
  print("sample portal", sample);
  if (sample.pairs == 0 || sample.passed == 0) fault("the sample portal has no pair of years");

  const auto named = [&](const std::string& agency, int year) {
    return *std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) {
      return sheet.agency == agency && sheet.year == year;
    });
  };
  const std::vector<Sheet> whole = ten_years(named("shanghai-office", 2019), named("suqian", 2024));
  const Count unbroken = check_years(whole);
  print("ten years", unbroken);
  // The first year has none before it; 现行有效 begins with the form of 2021.
  if (unbroken.pairs != 9 || unbroken.failed != 0 || unbroken.not_assessed != 7 + 2) {
    fault("ten years: not as the forms say");
  }
  std::vector<Sheet> broken = whole;
  set(broken[3], "requests.carried_in.natural", "999");
  set(broken[4], "requests.carried_in.social", std::nullopt);
  set(broken[4], "proactive.regulations.in_force", std::nullopt);
  broken.erase(broken.begin() + 7);
  const Count count = check_years(broken);
  print("ten years, one missing", count);
  // A year missing breaks two pairs; each blank cell is missed in its own year, 现行有效 in the
  // next too.
  if (count.pairs != 7 || count.failed != 1 || count.not_assessed != 9 + 9 + 3) {
    fault("ten years, one missing: not as the years say");
  }
  return faults == 0 ? 0 : 1;
}
