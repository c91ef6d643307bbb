// A whole area and its parts, 1 + 40 + 9 reports: the consolidated report of a city, its own office
// with 39 departments, and the consolidated reports of nine counties.
//
// Where all figures agree nothing is found. One figure changed in one part is found at that cell of
// the city's report, with the difference, and the part is named where its own report breaks by it.
// Without the report of a part nothing is compared and the part is named. The sheet that `rollup`
// drafts is the city's, and passes.
//
//     parts_test <gongkai> <tests/real>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "model/decimal.h"
#include "running.h"
#include "sheet.h"

namespace fs = std::filesystem;
using gongkai::Decimal;

namespace {

constexpr int year = 2024;
constexpr int departments = 39, counties = 9;
int faults = 0;

void fault(const std::string& text) {
  std::cerr << text << "\n";
  ++faults;
}

// Multiples of a sheet that keeps every rule keep them too.
Sheet multiple(const Sheet& sheet, int factor) {
  Sheet result = sheet;
  for (SheetCell& cell : result.cells) {
    if (cell.value) cell.value = (factor * *Decimal::parse(*cell.value)).str();
  }
  return result;
}

struct Part {
  std::string id, kind;
  int factor;
};

std::vector<Part> make_parts() {
  std::vector<Part> parts = {{"office", "office", 3}};
  for (int i = 1; i <= departments; ++i) {
    parts.push_back({"department-" + std::to_string(i), "department", i % 4});
  }
  for (int i = 1; i <= counties; ++i) {
    parts.push_back({"county-" + std::to_string(i), "county", i});
  }
  return parts;
}

/// The site of the city in a folder of its own.
class City {
 public:
  explicit City(const Sheet& sheet) : sheet_(sheet), parts_(make_parts()) {
    write_file(site() / "site.yaml",
               "title: 样例\nkinds:\n"
               "  - {id: government, label: 人民政府, level: province, body: government}\n"
               "  - {id: office, label: 本级, level: province, body: office}\n"
               "  - {id: department, label: 部门, level: province, body: department}\n"
               "  - {id: county, label: 县区, level: province, body: government}\n");
    int whole = 0;
    for (const Part& part : parts_) {
      whole += part.factor;
      write_agency(part.id, part.kind, "parent: city\nreports: {from: 2024}\n");
      write_part(part, multiple(sheet_, part.factor));
    }
    write_agency("city", "government", "");
    whole_ = write(multiple(sheet_, whole), "city", "scope: all\n");
  }

  fs::path site() const { return folder_.path(); }
  const std::vector<Part>& parts() const { return parts_; }
  fs::path report(const std::string& agency) const {
    return site() / "content/agencies" / agency / std::to_string(year);
  }
  std::pair<int, int> place(std::size_t cell) const { return whole_.places[cell]; }

  /// Raises one figure of one part by `more`; puts it right with 0.
  void change(const Part& part, std::size_t cell, int more) const {
    Sheet sheet = multiple(sheet_, part.factor);
    sheet.cells[cell].value = (*Decimal::parse(*sheet.cells[cell].value) + Decimal(more)).str();
    write_part(part, sheet);
  }
  void write_part(const Part& part, const Sheet& sheet) const {
    write(sheet, part.id, part.kind == "county" ? "scope: all\n" : "");
  }

 private:
  void write_agency(const std::string& id, const std::string& kind, const std::string& more) const {
    write_file(site() / "content/agencies" / id / "agency.yaml",
               "name: 样例" + id + "\nkind: " + kind + "\n" + more);
  }
  Written write(const Sheet& sheet, const std::string& id, const std::string& more) const {
    const Written written = write_report(sheet, "published: 2025-01-20\n" + more);
    write_file(report(id) / "report.yaml", written.text);
    write_file(report(id) / "report.md", narratives);
    return written;
  }

  Sheet sheet_;
  std::vector<Part> parts_;
  TemporaryFolder folder_;
  Written whole_;
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_nothing(const fs::path& gongkai, const City& city, const std::string& when) {
  const Run run = run_command(gongkai, "check", city.site());
  if (run.exit != 0 || !diagnostics(run.console).empty()) fault(when + ":\n" + run.console);
}

/// One figure changed in one part, for many cells and parts.
int check_changes(const fs::path& gongkai, const City& city, const Sheet& sheet) {
  int changes = 0, named = 0;
  for (std::size_t cell = 0; cell < sheet.cells.size(); cell += 9) {
    if (!sheet.cells[cell].value) continue;
    const Part& part = city.parts()[(cell * 7) % city.parts().size()];
    const std::string file = "content/agencies/" + part.id + "/2024/report.yaml";
    city.change(part, cell, 1);
    const Run run = run_command(gongkai, "check", city.site());
    city.change(part, cell, 0);
    ++changes;
    std::vector<Printed> found;
    bool breaks_itself = false;
    for (const Printed& one : diagnostics(run.console)) {
      if (one.code == "parts") found.push_back(one);
      if (one.file == file) breaks_itself = true;
    }
    const SheetCell& spec = sheet.cells[cell];
    const std::string what = part.id + " " + spec.table + "." + spec.row + "." + spec.column;
    if (found.size() != 1 || std::pair(found[0].line, found[0].column) != city.place(cell) ||
        found[0].file != "content/agencies/city/2024/report.yaml") {
      fault(what + " is not found at its place in the whole:\n" + run.console);
      continue;
    }
    if (found[0].message.find("the difference is -1") == std::string::npos) {
      fault(what + ": the difference is not said: " + found[0].message);
    }
    const bool is_named = found[0].rest.find("perhaps it comes from here: in the report of 样例" +
                                             part.id + " 2024") != std::string::npos;
    if (is_named != breaks_itself) fault(what + ": named without cause, or not named");
    named += is_named ? 1 : 0;
  }
  std::cout << changes << " figures changed, the part named for " << named << "\n";
  return named;
}

void check_removal(const fs::path& gongkai, const City& city) {
  for (const std::string id : {"office", "department-7", "county-9"}) {
    const fs::path aside = city.site() / "aside";
    fs::rename(city.report(id), aside);
    const Run run = run_command(gongkai, "check", city.site());
    fs::rename(aside, city.report(id));
    const std::vector<Printed> found = diagnostics(run.console);
    if (run.exit != 0 || found.size() != 1 || found[0].code != "parts-missing" ||
        found[0].message.find("reports for 2024 are missing: 样例" + id) == std::string::npos) {
      fault("without " + id + ":\n" + run.console);
    }
    if (run.console.find(" 0 failed") == std::string::npos ||
        run.console.find(" 0 not assessed") != std::string::npos) {
      fault("without " + id + " the figures are still assessed:\n" + run.console);
    }
  }
}

/// What stands between the brackets of a report.yaml, blanks apart.
std::string figures_of(const std::string& text) {
  std::string figures;
  bool inside = false;
  for (const char c : text) {
    if (c == '[') inside = true;
    if (inside && c != ' ') figures += c;
    if (c == ']') inside = false;
  }
  return figures;
}

void check_rollup(const fs::path& gongkai, const City& city) {
  const fs::path file = city.report("city") / "report.yaml";
  const std::string filed = text_of(file);
  const Run refused = run_command(gongkai, "rollup city/2024", city.site());
  if (refused.exit != 1 || text_of(file) != filed) fault("overwritten: " + refused.console);
  fs::remove_all(city.report("city"));
  const Run run = run_command(gongkai, "rollup city/2024", city.site());
  const std::string drafted = text_of(file);
  if (run.exit != 0 || drafted.empty()) fault("nothing drafted: " + run.console);
  if (figures_of(drafted) != figures_of(filed)) {
    fault("other figures:\n" + drafted + "\nthan\n" + filed);
  }
  const Run check = run_command(gongkai, "check", city.site());
  for (const Printed& one : diagnostics(check.console)) fault("the draft: " + one.message);
  // What a draft may lack yet are its texts.
  if (check.exit != 0) fault("the draft does not pass:\n" + check.console);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: parts_test <gongkai> <tests/real>\n";
    return 2;
  }
  const fs::path gongkai = argv[1];
  const Sheet sheet = read_sheet(fs::path(argv[2]) / "suqian-2024.json");
  const City city(sheet);
  if (city.parts().size() != 49) fault("not 49 parts");
  expect_nothing(gongkai, city, "all figures agree");
  if (check_changes(gongkai, city, sheet) == 0) fault("no part was ever named");
  check_removal(gongkai, city);
  expect_nothing(gongkai, city, "all reports are back");
  check_rollup(gongkai, city);
  return faults == 0 ? 0 : 1;
}
