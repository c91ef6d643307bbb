#include <fmt/format.h>

#include "check/check.h"
#include "cli/commands.h"
#include "cli/report_argument.h"
#include "cli/site_reading.h"
#include "proof/proof_sheet.h"
#include "publish/files.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

class ProofCommand : public Command {
 public:
  const char* name() const override { return "proof"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "生成对读单，打印出来与纸质原件逐行对读"
                                    : "a sheet to print and read back against the paper";
  }
  void declare(Options& options) override {
    options.argument("AGENCY/YEAR", argument_, true, "the agency by id or name, and the year",
                     "机关的代号或名称，加年份");
    options.text("out", out_, "FILE", "write there (default: proof-AGENCY-YEAR.html); - prints it",
                 "写到这个文件（默认 proof-机关-年份.html）；- 表示直接显示");
  }
  int run(const SiteArguments& arguments, const Console& console) override;

 private:
  std::string argument_, out_;
};

// A sheet that an earlier run wrote may be replaced, what anybody else wrote may not.
bool may_write(const fs::path& file) {
  if (!fs::exists(fs::symlink_status(file))) return true;
  const auto bytes = files::read(file);
  return bytes && bytes->starts_with(proof_sheet_start());
}

int ProofCommand::run(const SiteArguments& arguments, const Console& console) {
  const auto reading = read_site(arguments, console);
  if (!reading) return exit_content_has_errors;
  const Catalog& catalog = *reading->catalog;
  const auto asked = read_report_argument(catalog, argument_, ArgumentShape::agency_year, console);
  if (!asked) return exit_wrong_use;
  if (!asked->report) return complain_of_no_report(*asked, console);
  const std::string sheet = proof_sheet(catalog, *asked->report, evaluate(catalog, *asked->report));
  if (out_ == "-") {
    fmt::print("{}", sheet);
    return exit_done;
  }
  const fs::path file =
      out_.empty() ? fs::path(fmt::format("proof-{}-{}.html", asked->agency->id, asked->year))
                   : fs::path(out_);
  if (!may_write(file)) {
    console.complain(
        fmt::format(fmt::runtime(console.words("gongkai: {} exists and is not overwritten",
                                               "gongkai：{} 已经存在，不会覆盖")),
                    file.generic_string()));
    return exit_content_has_errors;
  }
  if (file.has_parent_path()) fs::create_directories(file.parent_path());
  files::replace(file, sheet);
  console.say(fmt::format(fmt::runtime(console.words("{}: open it in a browser and print it on A4",
                                                     "{}：用浏览器打开，打印在 A4 纸上")),
                          file.generic_string()));
  return exit_done;
}

}  // namespace

std::unique_ptr<Command> proof_command() { return std::make_unique<ProofCommand>(); }

}  // namespace gongkai
