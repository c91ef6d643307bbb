// Across 2020 | 2021 the break is marked exactly for the cells that the notices of 2019 and 2021 make
// a break: the list below is written down from them. Two reports are built, and every comparison page
// and the agency's page are read.
//
//     breaks_test <gongkai>
#include <iostream>
#include <set>

#include "html.h"
#include "running.h"

namespace fs = std::filesystem;

namespace {

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

/// Whether the figure of the new form continues one of the trial form.
bool continues(const std::string& table, const std::string& row, const std::string& column) {
  if (table == "disputes") return true;
  if (table == "requests") return row != "uncorrected" && row != "unpaid" && row != "other_reasons";
  const std::set<std::string> decided = {"licensing", "punishment", "coercion"};
  return table == "proactive" && column == "decisions" && decided.contains(row);
}

void write_site(const fs::path& site) {
  write_file(site / "site.yaml",
             "title: t\nkinds: [{id: city, label: 市, level: city, body: government}]\n");
  const fs::path agency = site / "content/agencies/city";
  write_file(agency / "agency.yaml", "name: 某市人民政府\nkind: city\n");
  const std::string text = "# 一、总体情况\n有。\n# 五、存在的主要问题及改进情况\n有。\n"
                           "# 六、其他需要报告的事项\n信息处理费0元。\n";
  for (int year : {2020, 2021}) {
    const std::string form = year < 2021 ? "cn-2019" : "cn-2021";
    const std::string next = std::to_string(year + 1);
    write_file(agency / std::to_string(year) / "report.yaml",
               "form: " + form + "\npublished: " + next +
                   "-01-20\ntables: {二: 0, 三: 0, 四: 0}\n");
    write_file(agency / std::to_string(year) / "report.md", text);
  }
}

bool is_marked(const GumboNode& cell) {
  for (const GumboNode* mark : html::elements(cell, "abbr")) {
    if (html::has_class(*mark, "break")) return true;
  }
  return false;
}

/// Compares one page of `compare/`; the newer year stands first.
void check_page(const fs::path& root, const fs::path& page, int& asked, int& marked) {
  std::vector<std::string> names;
  for (const fs::path& part : page.lexically_relative(root / "compare").parent_path()) {
    names.push_back(part.string());
  }
  if (names.size() < 2) return;
  const html::Document document(html::read(page));
  std::string heading;
  for (const GumboNode* h1 : html::elements(document.root(), "h1")) heading = html::text(*h1);
  for (const GumboNode* table : html::elements(document.root(), "table")) {
    if (!html::has_class(*table, "series")) continue;
    const auto years = html::elements(*table, "th");
    const auto cells = html::elements(*html::elements(*table, "tbody").front(), "td");
    // A figure that only one of the forms asks for has a column of its year alone.
    const std::string newest = years.size() > 1 ? html::text(*years[1]) : "";
    if (newest != "2021") {
      for (const GumboNode* cell : cells) {
        if (is_marked(*cell)) fault(page.string() + ": an old figure is marked");
      }
      continue;
    }
    ++asked;
    const std::string column = names.size() > 2 ? names[2] : names[0] == "proactive" ? "decisions"
                                                                                      : "total";
    const bool expected = !continues(names[0], names[1], column);
    if (is_marked(*cells.front()) != expected) {
      fault(page.string() + (expected ? ": the break is not marked" : ": a break is marked"));
    }
    if (expected) ++marked;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (is_marked(*cells[i])) fault(page.string() + ": a break is marked in 2020");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: breaks_test <gongkai>\n";
    return 2;
  }
  const TemporaryFolder folder;
  write_site(folder.path());
  const Run run = build(argv[1], folder.path());
  if (run.exit != 0) {
    std::cerr << run.console;
    return 1;
  }
  const fs::path root = folder.path() / "public";
  int asked = 0, marked = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "compare")) {
    if (entry.path().extension() == ".html") check_page(root, entry.path(), asked, marked);
  }
  // Ten of 二, 25 rows and four heads of 三 by seven columns, fifteen of 四; breaks are seven of 二 and
  // the three rows of （六）.
  if (asked != 10 + 29 * 7 + 15) fault("figures of 2021: " + std::to_string(asked));
  if (marked != 7 + 3 * 7) fault("breaks: " + std::to_string(marked));
  const html::Document agency(html::read(root / "agencies/city/index.html"));
  int on_agency = 0;
  for (const GumboNode* cell : html::elements(agency.root(), "td")) on_agency += is_marked(*cell);
  if (on_agency != 7 + 3) fault("breaks on the agency's page: " + std::to_string(on_agency));
  std::cout << asked << " figures, " << marked << " breaks, " << faults << " faults\n";
  return faults == 0 ? 0 : 1;
}
