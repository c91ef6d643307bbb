// A printed blank is no zero: a sheet with blanks breaks no rule. Once its author declares that the
// blanks of a table mean zero, exactly the rules fail that tests/real/ lists for it.
//
//     blanks_test <gongkai> <tests/real>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "running.h"
#include "sheet.h"

namespace fs = std::filesystem;

namespace {

int faults = 0;

std::vector<Printed> errors_of(const fs::path& gongkai, const Sheet& sheet, const std::string& more,
                               int exit) {
  const TemporaryFolder folder;
  write_file(folder.path() / "site.yaml",
             "title: 样例\nkinds:\n"
             "  - {id: office, label: 办公厅, level: province, body: office}\n");
  const fs::path agency = folder.path() / "content/agencies/office";
  write_file(agency / "agency.yaml", "name: 样例办公厅\nkind: office\n");
  const fs::path report = agency / std::to_string(sheet.year);
  write_file(report / "report.yaml", write_report(sheet, more).text);
  write_file(report / "report.md", narratives);
  const Run run = build(gongkai, folder.path());
  if (run.exit != exit) {
    std::cerr << "ended with " << run.exit << " instead of " << exit << ":\n" << run.console;
    ++faults;
  }
  std::vector<Printed> errors;
  for (const Printed& one : diagnostics(run.console)) {
    if (one.severity == "error") errors.push_back(one);
  }
  return errors;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: blanks_test <gongkai> <tests/real>\n";
    return 2;
  }
  const fs::path file = fs::path(argv[2]) / "shanghai-office-2019.json";
  const Sheet sheet = read_sheet(file);
  std::ifstream in(file);
  const auto json = nlohmann::json::parse(in);

  const std::string published = "published: 2020-01-31\n";
  faults += static_cast<int>(errors_of(argv[1], sheet, published, 0).size());

  // rule and line; the total of a row stands on the row's own line
  std::multiset<std::string> expected, found;
  const Written written = write_report(sheet, published + "blanks: {requests: zero}\n");
  const auto line_of = [&](const std::string& row) {
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
      if (sheet.cells[i].table == "requests" && sheet.cells[i].row == row) {
        return std::to_string(written.places[i].first);
      }
    }
    return std::string("no line");
  };
  for (const auto& violation : json.at("violations_if_blank_is_zero")) {
    if (violation.at("rule") == "B.results_total") {
      expected.insert("requests.processed " + line_of("processed"));
    } else {
      expected.insert("requests.total " + line_of(request_row(violation.at("row"))));
    }
  }
  for (const Printed& one :
       errors_of(argv[1], sheet, published + "blanks: {requests: zero}\n", 1)) {
    found.insert(one.code + " " + std::to_string(one.line));
  }
  for (const auto& one : expected) {
    if (!found.contains(one)) std::cerr << "not found: " << one << "\n", ++faults;
  }
  for (const auto& one : found) {
    if (!expected.contains(one)) std::cerr << "not expected: " << one << "\n", ++faults;
  }
  std::cout << expected.size() << " expected, " << found.size() << " found\n";
  return faults == 0 && expected == found && expected.size() == 12 ? 0 : 1;
}
