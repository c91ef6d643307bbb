#include "cli/table_import.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "cli/site_reading.h"
#include "diagnostics/codes/site.h"
#include "import/sheet_files.h"
#include "import/table_reports.h"
#include "write/new_files.h"
#include "write/replace_file.h"

namespace gongkai {
namespace {

using Action = PlannedFile::Action;

/// The site as it is; null after printing what is wrong with it. A site without agencies is well.
std::shared_ptr<const Catalog> load_site(const SiteArguments& arguments, const Console& console) {
  std::optional<SiteReading> reading = read_site(arguments, console);
  if (!reading) return nullptr;
  Diagnostics errors;
  for (const Diagnostic& d : reading->diagnostics.items()) {
    if (d.severity == Severity::error && d.wording != &codes::no_agencies) errors.add(d);
  }
  if (errors.empty()) return reading->catalog;
  errors.sort();
  console.print(errors, arguments.site);
  console.complain(console.words(
      "gongkai: nothing was imported: first mend what cannot be read in the site",
      "gongkai：没有导入：请先改好站点里读不了的文件"));
  return nullptr;
}

std::vector<SheetFile> read_files(const std::vector<std::string>& names,
                                  Diagnostics& diagnostics) {
  std::vector<SheetFile> files;
  for (const std::string& name : names) {
    for (SheetFile& file : read_sheets(name, diagnostics)) files.push_back(std::move(file));
  }
  return files;
}

/// What was read from each file.
void say_files(const TableImport& imported, const Console& console) {
  for (const ImportedFile& file : imported.files) {
    std::string line = fmt::format(
        fmt::runtime(console.words("{}: {}; agencies: {}", "{}：{}；机关 {} 个")), file.name,
        file.tables, file.rows);
    if (file.left_out > 0) {
      line += fmt::format(fmt::runtime(console.words("; rows left out by only: {}",
                                                     "；按 only 略去 {} 行")),
                          file.left_out);
    }
    if (!file.not_agencies.empty()) {
      line += fmt::format(
          fmt::runtime(console.words("; no agency: {}", "；不是机关：{}")),
          fmt::join(std::set<std::string>(file.not_agencies.begin(), file.not_agencies.end()),
                    ", "));
    }
    console.say(line);
  }
}

/// Agencies that the site did not have: named, where it had others, for a new name may be an old
/// agency's.
void say_new_agencies(const Catalog& catalog, const TableImport& imported,
                      const Console& console) {
  if (catalog.agencies.empty()) return;
  for (const auto& [id, agency] : imported.agencies) {
    if (!agency.is_new) continue;
    console.say(fmt::format(
        fmt::runtime(console.words("new agency: {} ({})", "新机关：{}（{}）")),
        agency.agency.name, id));
  }
}

int count(const std::vector<PlannedFile>& files, Action action, bool reports) {
  return static_cast<int>(
      std::count_if(files.begin(), files.end(), [&](const PlannedFile& file) {
        return file.action == action && file.file.ends_with("/report.yaml") == reports;
      }));
}

/// Writes what is new, all of it or nothing, then what is updated. False where something stands
/// already that the site does not know.
bool write(const SiteArguments& arguments, const std::vector<PlannedFile>& files,
           const Console& console) {
  std::vector<NewFile> fresh;
  for (const PlannedFile& file : files) {
    if (file.action == Action::create) fresh.push_back({arguments.site / file.file, file.text});
  }
  if (const auto taken = write_new_files(fresh); !taken.empty()) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: nothing was imported: {} stands already",
                                   "gongkai：没有导入：{} 已经存在")),
        taken.generic_string()));
    return false;
  }
  for (const PlannedFile& file : files) {
    if (file.action != Action::update) continue;
    replace_file(arguments.site / file.file, file.text);
    console.say(fmt::format(
        fmt::runtime(console.words("{}: cells updated: {}", "{}：更新 {} 个数据项")), file.file,
        file.changed));
  }
  return true;
}

int say_result(const std::vector<PlannedFile>& files, const Console& console) {
  int kept = 0;
  for (const PlannedFile& file : files) {
    if (file.action != Action::keep) continue;
    ++kept;
    console.complain(fmt::format(
        fmt::runtime(console.words("{}: kept as it is; cells that differ from the files: {}",
                                   "{}：没有改动；与文件不同的数据项有 {} 个")),
        file.file, file.changed));
  }
  console.say(fmt::format(
      fmt::runtime(console.words(
          "agencies made: {}; reports made: {}, updated: {}, unchanged: {}, kept: {}",
          "新建机关 {} 个；报告：新建 {} 份，更新 {} 份，相同 {} 份，保留 {} 份")),
      count(files, Action::create, false), count(files, Action::create, true),
      count(files, Action::update, true), count(files, Action::unchanged, true), kept));
  if (kept == 0) return exit_done;
  console.complain(console.words(
      "gongkai: --update puts the figures of the files into them and keeps all else",
      "gongkai：加 --update 可把文件里的数字写进去，其他内容保留"));
  return exit_content_has_errors;
}

}  // namespace

int import_tables(const SiteArguments& arguments, const TableImportArguments& tables,
                  const Console& console) {
  const auto catalog = load_site(arguments, console);
  if (!catalog) return exit_content_has_errors;
  Diagnostics diagnostics;
  const auto mapping = load_table_mapping(tables.mapping, *catalog, diagnostics);
  const std::vector<SheetFile> files = read_files(tables.files, diagnostics);
  TableImport imported;
  std::vector<PlannedFile> planned;
  if (mapping && !diagnostics.has_errors()) {
    imported = import_tables(*catalog, *mapping, files, diagnostics);
  }
  if (mapping && !diagnostics.has_errors()) {
    planned = plan_files(*catalog, {arguments.site}, *mapping, imported, tables.update,
                         diagnostics);
  }
  diagnostics.sort();
  console.print(diagnostics, arguments.site);
  if (diagnostics.has_errors()) {
    console.complain(console.words("gongkai: nothing was imported", "gongkai：没有导入"));
    return exit_content_has_errors;
  }
  say_files(imported, console);
  say_new_agencies(*catalog, imported, console);
  if (!write(arguments, planned, console)) return exit_content_has_errors;
  return say_result(planned, console);
}

}  // namespace gongkai
