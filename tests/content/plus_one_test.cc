// Raises every single figure of two sheets by one, each in a report of its own, and builds them:
// each of the 190 cells of `requests` and `disputes` must break exactly the rules that it stands
// in, named at the right line and column with the two numbers; the ten cells of `proactive` stand
// in no rule of the same report.
//
//     plus_one_test <gongkai> <tests/real>
#include <fmt/format.h>

#include <iostream>
#include <map>
#include <set>
#include <tuple>

#include "running.h"
#include "sheet.h"

namespace fs = std::filesystem;

namespace {

// line, column, rule
using Place = std::tuple<int, int, std::string>;

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

class Variants {
 public:
  Variants(Sheet sheet, std::string title) : sheet_(std::move(sheet)), title_(std::move(title)) {}

  void run(const fs::path& gongkai) {
    const TemporaryFolder folder;
    write_file(folder.path() / "site.yaml",
               "title: 样例\nkinds:\n"
               "  - {id: city, label: 市政府, level: city, body: government}\n");
    for (std::size_t i = 0; i < sheet_.cells.size(); ++i) write_variant(folder.path(), i);
    const Run result = build(gongkai, folder.path());
    if (result.exit != 1) fault(title_ + ": the build did not stop:\n" + result.console);
    if (fs::exists(folder.path() / "public")) fault(title_ + ": something was published");
    compare(result.console);
  }

 private:
  static std::string agency(std::size_t i) { return fmt::format("cell-{:03}", i); }

  void write_variant(const fs::path& site, std::size_t i) {
    Sheet raised = sheet_;
    std::string& value = *raised.cells[i].value;
    value = std::to_string(std::stoll(value) + 1);
    const Written written = write_report(raised, "published: 2026-01-20\n");
    const fs::path folder = site / "content/agencies" / agency(i);
    write_file(folder / "agency.yaml", "name: 样例市" + std::to_string(i) + "\nkind: city\n");
    write_file(folder / "2025/report.yaml", written.text);
    write_file(folder / "2025/report.md", narratives);
    expected_[agency(i)] = expect(raised, written, i);
  }

  /// Where the rules say that this one figure is wrong.
  std::set<Place> expect(const Sheet& raised, const Written& written, std::size_t i) const {
    const SheetCell& cell = raised.cells[i];
    const auto at = [&](const std::string& row, const std::string& column, const char* rule) {
      for (std::size_t k = 0; k < raised.cells.size(); ++k) {
        const SheetCell& other = raised.cells[k];
        if (other.table == cell.table && other.row == row && other.column == column) {
          return Place{written.places[k].first, written.places[k].second, rule};
        }
      }
      throw std::logic_error("no such cell: " + row + "." + column);
    };
    if (cell.table == "proactive") return {};
    if (cell.table == "disputes") return {at(cell.row, "total", "disputes.total")};
    std::set<Place> places = {at(cell.row, "total", "requests.total")};
    const bool in_balance = cell.row == "new" || cell.row == "carried_in" ||
                            cell.row == "processed" || cell.row == "carried_out";
    const bool in_results =
        cell.row != "new" && cell.row != "carried_in" && cell.row != "carried_out";
    if (in_balance) places.insert(at("new", cell.column, "requests.balance"));
    if (in_results) places.insert(at("processed", cell.column, "requests.processed"));
    return places;
  }

  void compare(const std::string& console) {
    std::map<std::string, std::set<Place>> found;
    for (const Printed& one : diagnostics(console)) {
      if (one.severity != "error") continue;
      const std::string start = "content/agencies/";
      if (!one.file.starts_with(start)) {
        fault(title_ + ": an error elsewhere: " + one.file + ": " + one.message);
        continue;
      }
      found[one.file.substr(start.size(), 8)].insert({one.line, one.column, one.code});
      numbers(one);
    }
    std::size_t stopped = 0;
    for (std::size_t i = 0; i < sheet_.cells.size(); ++i) {
      const std::string id = agency(i);
      if (!found[id].empty()) ++stopped;
      if (found[id] == expected_[id]) continue;
      const SheetCell& cell = sheet_.cells[i];
      std::string text = fmt::format("{}: {}.{}.{}:", title_, cell.table, cell.row, cell.column);
      for (const auto& [line, column, rule] : expected_[id]) {
        text += fmt::format(" expected {}:{} {};", line, column, rule);
      }
      for (const auto& [line, column, rule] : found[id]) {
        text += fmt::format(" found {}:{} {};", line, column, rule);
      }
      fault(text);
    }
    std::cout << title_ << ": " << sheet_.cells.size() << " figures raised, " << stopped
              << " stopped the build\n";
    if (sheet_.cells.size() != 200 || stopped != 190) fault(title_ + ": 190 of 200 must stop it");
  }

  /// The message tells the total and its parts in numbers, and points at the parts that are not 0.
  void numbers(const Printed& one) {
    const auto unequal = one.message.find(" ≠ ");
    const bool sum =
        unequal != std::string::npos && one.message.find(" + ", unequal) != std::string::npos;
    if (!sum) fault(title_ + ": no sum is told: " + one.message);
    const std::string parts = one.message.substr(unequal == std::string::npos ? 0 : unequal);
    const bool pointed = one.rest.find("note: ") != std::string::npos;
    const bool all_zero = parts.find(" = 0;") != std::string::npos;
    if (!pointed && !all_zero) fault(title_ + ": no part is pointed at: " + one.message);
  }

  Sheet sheet_;
  std::string title_;
  std::map<std::string, std::set<Place>> expected_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: plus_one_test <gongkai> <tests/real>\n";
    return 2;
  }
  const Sheet full = read_sheet(fs::path(argv[2]) / "moushi-2025.json");
  Sheet zeros = full;
  for (SheetCell& cell : zeros.cells) cell.value = "0";
  Variants(full, "a city's sheet").run(argv[1]);
  Variants(zeros, "a sheet of zeros").run(argv[1]);
  return faults == 0 ? 0 : 1;
}
