#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "diagnostics/suggestion.h"
#include "load/settings.h"
#include "theme/theme_files.h"

namespace gongkai {
namespace {

/// A file of the theme as it is used: its path in a theme, where it comes from, its text.
struct UsedFile {
  std::string path, from, bytes;
};

std::vector<UsedFile> used_files(const ThemeFiles& files, const std::string& language) {
  std::vector<UsedFile> used;
  for (const auto& [name, text] : files.templates) {
    used.push_back({"templates/" + name + ".mustache", text.file, text.text});
  }
  for (const auto& [name, text] : files.partials) {
    used.push_back({"templates/partials/" + name + ".mustache", text.file, text.text});
  }
  for (const ThemeText& text : files.words) {
    used.push_back({"words/" + language + ".yaml", text.file, text.text});
  }
  for (const auto& [address, sources] : files.styles) {
    const std::string sheet = address.substr(7, address.size() - 11);  // assets/….css
    for (const auto& [name, text] : sources) {
      used.push_back({"styles/" + sheet + "/" + name, text.file, text.text});
    }
  }
  for (const auto& [address, asset] : files.assets) {
    used.push_back({address, asset.file, asset.bytes});
  }
  return used;
}

class ThemeCommand : public Command {
 public:
  const char* name() const override { return "theme"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "列出主题的每个文件取自哪里；指定文件时打印其内容"
                                    : "list where each file of the theme comes from, or print one";
  }
  void declare(Options& options) override {
    options.argument("FILE", file_, false, "a file of the list, to be printed as it is used",
                     "列表中的一个文件，打印其实际使用的内容");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    Diagnostics diagnostics;
    std::optional<ThemeFiles> files;
    std::string language;
    if (const auto settings = load_settings(SiteFiles{arguments.site}, diagnostics)) {
      language = settings->language;
      files = find_theme_files(arguments.site, settings->theme, language, diagnostics);
    }
    console.print(diagnostics, arguments.site);
    if (!files || diagnostics.has_errors()) return exit_content_has_errors;
    const std::vector<UsedFile> used = used_files(*files, language);
    return file_.empty() ? list(console, *files, used) : print(console, used);
  }

 private:
  static int list(const Console& console, const ThemeFiles& files,
                  const std::vector<UsedFile>& used) {
    std::string chain;
    for (const std::string& theme : files.chain) chain += (chain.empty() ? "" : " → ") + theme;
    console.say(fmt::format(fmt::runtime(console.words("theme: {}", "主题：{}")), chain));
    std::size_t width = 0;
    for (const UsedFile& file : used) width = std::max(width, file.path.size());
    for (const UsedFile& file : used) {
      console.say(fmt::format("{:<{}}  {}", file.path, width, file.from));
    }
    return exit_done;
  }

  int print(const Console& console, const std::vector<UsedFile>& used) const {
    // The words of all themes in the chain apply; those of the last one have the last word.
    const auto found = std::find_if(used.rbegin(), used.rend(),
                                    [&](const UsedFile& file) { return file.path == file_; });
    if (found != used.rend()) {
      std::fwrite(found->bytes.data(), 1, found->bytes.size(), stdout);
      return exit_done;
    }
    std::vector<std::string> known;
    for (const UsedFile& file : used) known.push_back(file.path);
    std::string line = fmt::format(
        fmt::runtime(console.words("gongkai: the theme has no file {}", "gongkai：主题中没有文件 {}")),
        file_);
    if (const auto near = nearest(file_, known)) {
      line += fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")), *near);
    }
    console.complain(line);
    return exit_wrong_use;
  }

  std::string file_;
};

}  // namespace

std::unique_ptr<Command> theme_command() { return std::make_unique<ThemeCommand>(); }

}  // namespace gongkai
