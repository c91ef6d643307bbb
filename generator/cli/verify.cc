#include <fmt/format.h>

#include "cli/commands.h"
#include "publish/manifest.h"
#include "publish/verify.h"

namespace gongkai {
namespace {

class VerifyCommand : public Command {
 public:
  const char* name() const override { return "verify"; }
  const char* summary(Language language) const override {
    return language == Language::zh
               ? "核对已公布的文件夹：哪些文件、哪些表格与公布时不同"
               : "name every file and table of a published folder that is not as it was published";
  }
  void declare(Options& options) override {
    options.argument("FOLDER", folder_, true, "a published folder, or its manifest.json",
                     "已公布的文件夹，或其中的 manifest.json");
  }
  int run(const SiteArguments&, const Console& console) override {
    std::filesystem::path folder = folder_;
    if (folder.filename() == Manifest::address) folder = folder.parent_path() / ".";
    const auto result = verify(folder);
    if (!result) {
      console.complain(fmt::format(
          fmt::runtime(console.words("{}: there is no manifest.json that gongkai has written",
                                     "{}：没有由 gongkai 写入的 manifest.json")),
          folder_));
      return exit_wrong_use;
    }
    list(console, console.words("missing", "缺失"), result->missing);
    list(console, console.words("changed", "已改动"), result->changed);
    list(console, console.words("foreign", "非本站文件"), result->foreign);
    list(console, console.words("table changed", "表格已改动"), result->tables_changed);
    console.say(fmt::format(
        fmt::runtime(console.words("{} files, {} tables: {}", "{} 个文件，{} 张表格：{}")),
        result->files, result->tables,
        result->holds() ? console.words("all as published", "与公布时一致")
                        : console.words("not as published", "与公布时不一致")));
    return result->holds() ? exit_done : exit_content_has_errors;
  }

 private:
  static void list(const Console& console, const char* what,
                   const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      console.complain(fmt::format(
          fmt::runtime(console.words("{}: {}", "{}：{}")), what, name));
    }
  }

  std::string folder_;
};

}  // namespace

std::unique_ptr<Command> verify_command() { return std::make_unique<VerifyCommand>(); }

}  // namespace gongkai
