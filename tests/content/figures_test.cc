// Every cell of the sheets in tests/real/ stands on its report page in the row and column that the
// form prints for it, and on the comparison page of its figure beside its agency and year, with
// exactly the published digits. What is blank there is shown as not reported, never as a number.
//
//     figures_test <public> <tests/real>
#include <fmt/format.h>

#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "html.h"
#include "sheet.h"

namespace fs = std::filesystem;

namespace {

int faults = 0;
int found_figures = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

/// A cell of a page: the labels of all its heads, and what it shows.
struct Shown {
  std::set<std::string> labels;
  std::string text;
};

std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out += c;
  }
  return out;
}

/// The number with which a text begins, without separators; empty where it begins with none.
std::string number_in(const std::string& text) {
  std::string number;
  for (const char c : squeezed(text)) {
    if (c == ',') continue;
    const bool sign = (c == '+' || c == '-') && number.empty();
    if (!sign && c != '.' && (c < '0' || c > '9')) break;
    if (c != '+') number += c;
  }
  return number;
}

/// The cells of a table of the report page. A cell names its heads by `headers`; in a plain table
/// they are the row's only head and the one above it.
std::vector<Shown> cells_of(const GumboNode& table) {
  std::map<std::string, std::string> heads;
  std::vector<std::string> columns;
  for (const GumboNode* head : html::elements(table, "th")) {
    const std::string label = squeezed(html::text(*head));
    if (const char* id = html::attribute(*head, "id")) heads[id] = label;
    const char* scope = html::attribute(*head, "scope");
    if (scope != nullptr && std::string(scope) == "col") columns.push_back(label);
  }
  std::vector<Shown> cells;
  for (const GumboNode* row : html::elements(table, "tr")) {
    std::size_t column = 0;
    for (const GumboNode* cell : html::elements(*row, "td")) {
      if (html::has_class(*cell, "corner")) continue;
      Shown shown;
      shown.text = html::text(*cell);
      if (const char* headers = html::attribute(*cell, "headers")) {
        std::istringstream ids(headers);
        for (std::string id; ids >> id;) {
          if (!heads.contains(id)) fault("a cell names the head " + id + ", which is not there");
          shown.labels.insert(heads[id]);
        }
      } else {
        for (const GumboNode* head : html::elements(*row, "th")) {
          shown.labels.insert(squeezed(html::text(*head)));
        }
        if (column < columns.size()) shown.labels.insert(columns[column]);
      }
      ++column;
      cells.push_back(std::move(shown));
    }
  }
  return cells;
}

class Checker {
 public:
  explicit Checker(fs::path root) : root_(std::move(root)) {}

  void check(const Sheet& sheet) {
    const std::string address = fmt::format("agencies/{}/{}/index.html", sheet.agency, sheet.year);
    const auto tables = read_tables(address);
    if (sheet.form == "cn-2021") says_what_is_unruled(address);
    for (const SheetCell& cell : sheet.cells) {
      const std::string name =
          fmt::format("{}: {}.{}.{}", address, cell.table, cell.row, cell.column);
      check_on_report(sheet, cell, tables, name);
      check_in_comparison(sheet, cell, name);
    }
  }

 private:
  // by id of the form's table; captions are named t0b0-caption, table by table and block by block
  using Tables = std::map<std::string, std::vector<Shown>>;

  /// No rule of the same report holds the ten figures of `proactive`; the page must not hide that.
  void says_what_is_unruled(const std::string& address) {
    if (html::read(root_ / address).find("有10个数字没有同表校验规则") == std::string::npos) {
      fault(address + ": does not say that ten figures stand in no rule");
    }
  }

  Tables read_tables(const std::string& address) {
    const html::Document page(html::read(root_ / address));
    Tables tables;
    for (const GumboNode* table : html::elements(page.root(), "table")) {
      const auto captions = html::elements(*table, "caption");
      const char* id = captions.empty() ? nullptr : html::attribute(*captions.front(), "id");
      if (id == nullptr || id[0] != 't') continue;
      static const std::vector<std::string> names = {"proactive", "requests", "disputes"};
      const auto index = static_cast<std::size_t>(id[1] - '0');
      if (index >= names.size()) continue;
      auto& all = tables[names[index]];
      for (Shown& shown : cells_of(*table)) all.push_back(std::move(shown));
    }
    if (tables.size() != 3) fault(address + ": three tables are expected");
    return tables;
  }

  void check_on_report(const Sheet& sheet, const SheetCell& cell, const Tables& tables,
                       const std::string& name) {
    const std::string row = squeezed(row_label(sheet.form, cell));
    const std::string column = squeezed(column_label(sheet.form, cell));
    const auto table = tables.find(cell.table);
    if (table == tables.end()) return;
    std::vector<const Shown*> matches;
    for (const Shown& shown : table->second) {
      if (shown.labels.contains(row) && shown.labels.contains(column)) matches.push_back(&shown);
    }
    if (matches.size() != 1) {
      return fault(
          fmt::format("{}: {} cells have the heads {} and {}", name, matches.size(), row, column));
    }
    compare(cell, matches.front()->text, name);
  }

  void check_in_comparison(const Sheet& sheet, const SheetCell& cell, const std::string& name) {
    const std::string folder = fmt::format("compare/{}/{}/", cell.table, cell.row);
    const std::string report = fmt::format("agencies/{}/{}/", sheet.agency, sheet.year);
    for (const std::string& address :
         {folder + cell.column + "/index.html", folder + "index.html"}) {
      if (!fs::exists(root_ / address)) continue;
      const auto& points = points_of(address);
      const auto point = points.find(report);
      if (point == points.end()) return fault(name + ": is not on " + address);
      return compare(cell, point->second, name + " on " + address);
    }
    fault(name + ": has no comparison page");
  }

  /// What a comparison page shows, by the folder of the report that each cell leads to.
  const std::map<std::string, std::string>& points_of(const std::string& address) {
    const auto [entry, added] = points_.try_emplace(address);
    if (!added) return entry->second;
    const html::Document page(html::read(root_ / address));
    for (const GumboNode* cell : html::elements(page.root(), "td")) {
      for (const GumboNode* link : html::elements(*cell, "a")) {
        const char* href = html::attribute(*link, "href");
        if (href == nullptr) continue;
        const fs::path target = (fs::path(address).parent_path() / href).lexically_normal();
        entry->second[target.parent_path().generic_string() + "/"] = html::text(*cell);
      }
    }
    return entry->second;
  }

  static void compare(const SheetCell& cell, const std::string& text, const std::string& name) {
    ++found_figures;
    const std::string shown = number_in(text);
    if (!cell.value && !shown.empty()) {
      fault(name + ": is blank on the sheet, the page shows " + shown);
    } else if (cell.value && shown != *cell.value) {
      fault(name + ": is " + *cell.value + " on the sheet, the page shows " + squeezed(text));
    }
  }

  fs::path root_;
  std::map<std::string, std::map<std::string, std::string>> points_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: figures_test <public> <tests/real>\n";
    return 2;
  }
  Checker checker(argv[1]);
  const std::vector<Sheet> sheets = read_sheets(argv[2]);
  std::size_t cells = 0;
  for (const Sheet& sheet : sheets) {
    checker.check(sheet);
    cells += sheet.cells.size();
  }
  std::cout << sheets.size() << " sheets, " << cells << " cells, " << found_figures
            << " places compared, " << faults << " faults\n";
  return faults == 0 && cells > 1000 ? 0 : 1;
}
