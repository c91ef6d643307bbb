#include "cli/original_import.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/originals.h"
#include "cli/report_argument.h"
#include "diagnostics/codes/import.h"
#include "import/import.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

class OriginalImport {
 public:
  OriginalImport(const SiteArguments& arguments, const OriginalImportArguments& originals,
                 const Console& console)
      : arguments_(arguments), originals_(originals), wishes_(originals.wishes), console_(console) {}

  int run();

 private:
  bool understand();
  void import_one(const fs::path& file, const Catalog& catalog);
  void say(const PlannedReport& report, const std::string& name) const;

  const SiteArguments& arguments_;
  const OriginalImportArguments& originals_;
  ImportWishes wishes_;
  const Console& console_;
  Diagnostics problems_;
  std::vector<PlannedReport> imported_;
  std::vector<std::string> sources_;  ///< of the imported reports
};

bool OriginalImport::understand() {
  if (!originals_.year.empty()) {
    wishes_.year = read_year(originals_.year);
    if (!wishes_.year) {
      console_.complain(fmt::format(
          fmt::runtime(console_.words("gongkai: {} is no year", "gongkai：{} 不是年份")), originals_.year));
      return false;
    }
  }
  if (!wishes_.published.empty() && !DateTime::parse(wishes_.published)) {
    console_.complain(fmt::format(
        fmt::runtime(console_.words("gongkai: {} is no date: write YYYY-MM-DD or \"YYYY-MM-DD HH:MM\"",
                                   "gongkai：{} 不是日期，应写成 YYYY-MM-DD 或 \"YYYY-MM-DD HH:MM\"")),
        wishes_.published));
    return false;
  }
  return true;
}

void OriginalImport::say(const PlannedReport& report, const std::string& name) const {
  std::size_t rows = 0, rows_due = 0, blank = 0;
  for (const BoundTable& table : report.bound.tables) {
    rows += table.rows;
    rows_due += table.rows_due;
    blank += table.blank;
  }
  console_.say(fmt::format(
      fmt::runtime(console_.words("{}: form {}; recognised {} of {} rows, {} of {} cells, {} of them "
                                 "blank; {} numbers left over",
                                 "{}：表样 {}；识别 {}/{} 行，{}/{} 格，其中空白 {} 格；没有归位的数 {} "
                                 "个")),
      name, report.bound.form ? report.bound.form->id : "-", rows, rows_due,
      report.bound.found_cells(), report.bound.due_cells(), blank, report.bound.left_over));
  for (std::size_t t = 0; report.bound.form && t < report.bound.tables.size(); ++t) {
    const BoundTable& table = report.bound.tables[t];
    const Table& form_table = report.bound.form->tables[t];
    console_.say(fmt::format(
        fmt::runtime(console_.words("  {} {}: {} of {} rows, {} of {} cells",
                                   "  {} {}：{}/{} 行，{}/{} 格")),
        form_table.number, form_table.caption, table.rows, table.rows_due, table.cells,
        table.cells_due));
  }
  for (const OriginalFile& file : report.files) {
    console_.say(fmt::format(
        fmt::runtime(originals_.dry_run ? console_.words("  would write {}", "  将写入 {}")
                              : console_.words("  wrote {}", "  已写入 {}")),
        file.path));
    const bool text = file.path.ends_with(".yaml") || file.path.ends_with(".md");
    if (originals_.dry_run && text) console_.say(file.bytes);
  }
  if (report.updates && !report.diagnostics.has_errors()) {
    console_.say(fmt::format(fmt::runtime(console_.words("  {} cells changed", "  改了 {} 格")),
                            report.changed_cells));
  }
  for (const std::string& section : report.kept) {
    console_.say(fmt::format(fmt::runtime(console_.words("  the text of {} was replaced",
                                                       "  替换了“{}”的文字")),
                            section));
  }
  if (!report.digest.empty()) {
    console_.say(fmt::format(fmt::runtime(console_.words("  attached with SHA-256 {}",
                                                       "  已附原件，SHA-256 {}")),
                            report.digest));
  }
}

void OriginalImport::import_one(const fs::path& file, const Catalog& catalog) {
  const std::optional<Original> original = open_original(file, catalog.forms, problems_);
  if (!original) return;
  PlannedReport report = plan_import(arguments_.site, catalog, *original, wishes_);
  for (std::size_t i = 0; i < imported_.size(); ++i) {
    const PlannedReport& earlier = imported_[i];
    if (report.agency == nullptr || earlier.folder != report.folder || earlier.files.empty()) continue;
    report.files.clear();
    report.diagnostics.add(codes::original_twice, {original->name, {}, 0},
                           {report.agency->name, std::to_string(report.year), sources_[i]});
  }
  if (!originals_.dry_run) write_files(arguments_.site, report.files);
  say(report, original->name);
  problems_.append(report.diagnostics);
  imported_.push_back(std::move(report));
  sources_.push_back(original->name);
}

int OriginalImport::run() {
  if (!understand()) return exit_wrong_use;
  SessionOptions options;
  options.site = arguments_.site;
  options.jobs = arguments_.jobs;
  options.today = arguments_.today;
  const Session before = check_site(options);
  if (!before.catalog) {
    console_.print(before.diagnostics, arguments_.site);
    return exit_content_has_errors;
  }
  for (const fs::path& file : originals_in(originals_.files)) {
    import_one(file, *before.catalog);
  }
  problems_.sort();
  console_.print(problems_, arguments_.site, true);
  const std::size_t written = static_cast<std::size_t>(std::ranges::count_if(
      imported_, [](const PlannedReport& report) { return !report.files.empty(); }));
  const bool failed = problems_.has_errors();
  if (written == 0 || originals_.dry_run) return failed ? exit_content_has_errors : exit_done;

  const Session after = check_site(options);
  Diagnostics findings;
  for (const Diagnostic& d : after.diagnostics.items()) {
    const bool ours = std::ranges::any_of(imported_, [&](const PlannedReport& report) {
      return !report.files.empty() && d.position.file.starts_with(report.folder);
    });
    if (ours) findings.add(d);
  }
  console_.print(findings, arguments_.site);
  console_.say(fmt::format(
      fmt::runtime(console_.words("{} reports written; the check of these: {} errors, {} warnings",
                                 "写入 {} 份报告；校验：错误 {}，警告 {}")),
      written, findings.count(Severity::error), findings.count(Severity::warning)));
  return failed || findings.has_errors() ? exit_content_has_errors : exit_done;
}

}  // namespace

int import_originals(const SiteArguments& arguments, const OriginalImportArguments& originals,
                     const Console& console) {
  return OriginalImport(arguments, originals, console).run();
}

}  // namespace gongkai
