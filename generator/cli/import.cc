#include "cli/commands.h"
#include "cli/table_import.h"

namespace gongkai {
namespace {

class ImportCommand : public Command {
 public:
  const char* name() const override { return "import"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "从数据表导入各机关的报告"
                                    : "make reports from tables of figures";
  }
  void declare(Options& options) override {
    options.arguments("FILE", tables_.files, true, "CSV or XLSX files, a row for each agency",
                      "CSV 或 XLSX 文件，每个机关一行");
    options.text("table", tables_.mapping, "MAPPING",
                 "the file that says which column belongs in which cell",
                 "写明哪一列对应哪个数据项的文件");
    options.flag("update", tables_.update,
                 "put other figures into reports that exist; all else in them is kept",
                 "已有报告里不同的数字也更新；其他内容保留");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    if (tables_.mapping.empty()) {
      console.complain(console.words("gongkai: import needs --table MAPPING",
                                     "gongkai：import 需要 --table 对照表"));
      return exit_wrong_use;
    }
    return import_tables(arguments, tables_, console);
  }

 private:
  TableImportArguments tables_;
};

}  // namespace

std::unique_ptr<Command> import_command() { return std::make_unique<ImportCommand>(); }

}  // namespace gongkai
