#include <algorithm>

#include "cli/commands.h"
#include "cli/original_import.h"
#include "cli/table_import.h"

namespace gongkai {
namespace {

class ImportCommand : public Command {
 public:
  const char* name() const override { return "import"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "把报送的 Word、Excel、网页文件或数据表读成报告"
                                    : "read reports from Word, Excel, web pages and text, or from tables";
  }
  void declare(Options& options) override {
    ImportWishes& wishes = originals_.wishes;
    options.arguments("FILE", originals_.files, true,
                      "originals, or folders of them; - is standard input; with --table CSV or XLSX "
                      "files, a row for each agency",
                      "报送的文件，或装有这些文件的文件夹；- 表示标准输入；用 --table "
                      "时为 CSV 或 XLSX 文件，每个机关一行");
    options.text("table", tables_.mapping, "MAPPING",
                 "the file that says which column belongs in which cell",
                 "写明哪一列对应哪个数据项的文件");
    options.text("agency", wishes.agency, "ID", "whose report it is (default: as its title says)",
                 "是哪个机关的报告（默认按标题识别）");
    options.text("year", originals_.year, "YEAR", "of which year (default: as its title says)",
                 "是哪一年的报告（默认按标题识别）");
    options.choice("scope", wishes.scope, {"own", "all"},
                   "own: its own office, all: everything below it", "own 只统计本级，all 统计全辖");
    options.text("published", wishes.published, "DATE",
                 "date of publication (default: the report is a draft)",
                 "发布日期（默认作为草稿）");
    options.flag("attach", wishes.attach, "copy the original beside the report, with its digest",
                 "把原件附在报告后面，并写明摘要值");
    options.flag("update", wishes.update,
                 "put what differs into reports that exist; all else in them is kept",
                 "已有报告里不同的内容也更新；其他内容保留");
    options.flag("dry-run", originals_.dry_run, "show what would be written and write nothing",
                 "只显示将要写入的内容，不写文件");
    for (const char* option : {"agency", "year", "scope", "published", "attach", "dry-run"}) {
      options.exclude("table", option);
    }
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    if (tables_.mapping.empty()) {
      const bool any_table = std::ranges::any_of(
          originals_.files, [](const std::string& file) { return file.ends_with(".csv"); });
      if (!any_table) return import_originals(arguments, originals_, console);
      console.complain(console.words("gongkai: import needs --table MAPPING",
                                     "gongkai：import 需要 --table 对照表"));
      return exit_wrong_use;
    }
    tables_.files = originals_.files;
    tables_.update = originals_.wishes.update;
    return import_tables(arguments, tables_, console);
  }

 private:
  TableImportArguments tables_;
  OriginalImportArguments originals_;
};

}  // namespace

std::unique_ptr<Command> import_command() { return std::make_unique<ImportCommand>(); }

}  // namespace gongkai
