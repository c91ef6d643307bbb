// Every sheet of tests/real/ breaks exactly the rules that its file lists: `violations` as it is
// printed, where a blank is no zero, and `violations_if_blank_is_zero` too once its author declares
// that the blanks mean zero. The same is asked of sheets that nobody has published: with （六）
// filed as one row, with cells left blank and with figures changed at random; what they break is
// worked out in rules_of_sheet.cc.
//
//     violations_test <tests/real>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "check/check.h"
#include "running.h"
#include "sheet_site.h"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string declared = "blanks: {proactive: zero, requests: zero, disputes: zero}\n";

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

std::string name_of(const Sheet& sheet) { return fmt::format("{}-{}", sheet.agency, sheet.year); }

Figures blanks_as_zero(const Sheet& sheet) {
  Sheet filled = sheet;
  for (SheetCell& cell : filled.cells) cell.value = cell.value.value_or("0");
  return figures_of(filled);
}

/// The failure that an entry of a file speaks of, with its two numbers: total and sum of parts.
struct Listed {
  Failure failure;
  std::string total, sum;
  auto operator<=>(const Listed&) const = default;
};

Listed listed(const Json& entry) {
  const std::string rule = entry.at("rule");
  const std::string sum = entry.at("left").dump(), total = entry.at("right").dump();
  if (rule == "B.results_total") {
    return {{"requests.processed", "requests.processed." + entry.at("column").get<std::string>()},
            total,
            sum};
  }
  if (rule == "B.row_total") {
    return {{"requests.total", "requests." + request_row(entry.at("row")) + ".total"}, total, sum};
  }
  throw std::invalid_argument("no rule " + rule);
}

std::set<Listed> found_in(const gongkai::Catalog& catalog, const gongkai::Report& report) {
  std::set<Listed> found;
  for (const gongkai::Finding& finding : gongkai::evaluate(catalog, report)) {
    if (finding.outcome != gongkai::Outcome::failed) continue;
    found.insert({{finding.rule->id, report.form->cells[finding.cell()].address},
                  finding.found.str(),
                  finding.expected.str()});
  }
  return found;
}

/// Calls f(sheet, catalog, report) for each of the sheets, loaded with `more` in every report.
template <typename Function>
void each_loaded(const std::vector<Sheet>& sheets, const std::string& more, Function&& f) {
  const TemporaryFolder folder;
  const auto catalog = load_sheets(folder.path(), sheets, more);
  for (const Sheet& sheet : sheets) {
    f(sheet, *catalog, *catalog->report(*catalog->agency(sheet.agency), sheet.year));
  }
}

/// As published: what the files list, no more and no fewer.
int check_listed(const fs::path& folder, const std::vector<Sheet>& sheets, bool blanks_are_zero) {
  int all = 0;
  each_loaded(
      sheets, blanks_are_zero ? declared : "",
      [&](const Sheet& sheet, const gongkai::Catalog& catalog, const gongkai::Report& report) {
        std::ifstream in(folder / (name_of(sheet) + ".json"));
        const Json json = Json::parse(in);
        std::set<Listed> expected;
        for (const char* key : {"violations", "violations_if_blank_is_zero"}) {
          if (key == std::string("violations_if_blank_is_zero") && !blanks_are_zero) break;
          for (const Json& entry : json.value(key, Json::array())) {
            expected.insert(listed(entry));
          }
        }
        const std::set<Listed> found = found_in(catalog, report);
        if (found != expected) {
          fault(fmt::format("{}: {} listed, {} found", name_of(sheet), expected.size(),
                            found.size()));
        }
        all += static_cast<int>(expected.size());
      });
  return all;
}

/// Against the rules worked out anew; how many failed.
int check_worked_out(const std::string& title, const std::vector<Sheet>& sheets,
                     bool blanks_are_zero) {
  int all = 0;
  const auto figures = [&](const Sheet& sheet) {
    return blanks_are_zero ? blanks_as_zero(sheet) : figures_of(sheet);
  };
  each_loaded(
      sheets, blanks_are_zero ? declared : "",
      [&](const Sheet& sheet, const gongkai::Catalog& catalog, const gongkai::Report& report) {
        const auto previous = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& other) {
          return other.agency == sheet.agency && other.year == sheet.year - 1;
        });
        Figures before;
        if (previous != sheets.end()) before = figures(*previous);
        const Failures expected =
            failures(sheet.form, figures(sheet), previous == sheets.end() ? nullptr : &before,
                     kind_of(sheet));
        const Failures found = found_by_gongkai(catalog, report);
        if (found.errors != expected.errors || found.warnings != expected.warnings ||
            found.assessed != expected.assessed) {
          fault(fmt::format(
              "{}, {}: {} errors and {} warnings of {} expected, {} and {} of {} found", title,
              name_of(sheet), expected.errors.size(), expected.warnings.size(), expected.assessed,
              found.errors.size(), found.warnings.size(), found.assessed));
        }
        all += static_cast<int>(expected.errors.size() + expected.warnings.size());
      });
  return all;
}

/// The sheet with （六） filed as one row.
Sheet unsplit(const Sheet& sheet) {
  Sheet result = sheet;
  result.cells.clear();
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const SheetCell& cell = sheet.cells[i];
    if (cell.row == "unpaid" || cell.row == "other_reasons") continue;
    result.cells.push_back(cell);
    if (cell.row != "uncorrected") continue;
    SheetCell& head = result.cells.back();
    head.row = "other";
    const std::size_t row = 7;
    const auto& a = cell.value;
    const auto& b = sheet.cells[i + row].value;
    const auto& c = sheet.cells[i + 2 * row].value;
    head.value = std::nullopt;
    if (a && b && c) head.value = std::to_string(std::stoll(*a) + std::stoll(*b) + std::stoll(*c));
  }
  return result;
}

/// Some cells blank, some figures one higher.
Sheet damaged(Sheet sheet, std::mt19937& dice, unsigned blanks, unsigned errors) {
  for (SheetCell& cell : sheet.cells) {
    const auto roll = dice() % 1000;
    if (roll < blanks) cell.value = std::nullopt;
    const bool whole = cell.value && cell.value->find('.') == std::string::npos;
    if (whole && roll >= 1000 - errors) cell.value = std::to_string(std::stoll(*cell.value) + 1);
  }
  return sheet;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: violations_test <tests/real>\n";
    return 2;
  }
  const std::vector<Sheet> sheets = read_sheets(argv[1]);
  const int printed = check_listed(argv[1], sheets, false);
  const int as_zero = check_listed(argv[1], sheets, true);
  std::cout << fmt::format("{} sheets: {} listed as printed, {} with blanks as zero\n",
                           sheets.size(), printed, as_zero);
  if (as_zero < 12) fault("twelve are listed for one sheet alone");

  std::mt19937 dice{2019};
  int failed = 0;
  for (int round = 0; round < 25; ++round) {
    std::vector<Sheet> changed;
    const auto blanks = static_cast<unsigned>(round * 6), errors = static_cast<unsigned>(round * 2);
    for (const Sheet& sheet : sheets) {
      const bool fold = sheet.form == "cn-2021" && round % 2 == 1;
      changed.push_back(damaged(fold ? unsplit(sheet) : sheet, dice, blanks, errors));
    }
    const std::string title = fmt::format("round {}", round);
    failed += check_worked_out(title, changed, false);
    failed += check_worked_out(title + " with blanks as zero", changed, true);
  }
  std::cout << failed << " failures of damaged sheets, all found\n";
  if (failed < 1000) fault("too few rules were broken to prove anything");
  return faults == 0 ? 0 : 1;
}
