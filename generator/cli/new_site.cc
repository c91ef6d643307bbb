#include <fmt/format.h>

#include <algorithm>

#include "cli/blank_sheet.h"
#include "cli/new_things.h"
#include "cli/site_reading.h"
#include "embedded/gongkai_cli.h"
#include "write/new_files.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// The file of a starter that names the form of its example report; it is no part of the site.
constexpr std::string_view form_file = "form";

struct Starter {
  std::vector<NewFile> files;  ///< by path below the new folder
  std::string form;
};

std::string with_title(std::string text, const std::string& title) {
  const std::string_view mark = "{title}";
  if (const std::size_t at = text.find(mark); at != std::string::npos) {
    text.replace(at, mark.size(), yaml_scalar(title));
  }
  return text;
}

Starter read_starter(const std::string& language, const std::string& title) {
  Starter starter;
  for (const EmbeddedFile& file : starters::files()) {
    std::string_view name = file.name;
    if (!name.starts_with(language + "/")) continue;
    name.remove_prefix(language.size() + 1);
    std::string text(file.bytes);
    if (name == form_file) {
      starter.form = text.substr(0, text.find('\n'));
    } else {
      starter.files.push_back({fs::path(name), with_title(std::move(text), title)});
    }
  }
  return starter;
}

// What begins with a point, such as .git, is no content.
bool is_free(const fs::path& folder) {
  if (!fs::exists(fs::symlink_status(folder))) return true;
  if (!fs::is_directory(folder)) return false;
  return std::all_of(
      fs::directory_iterator(folder), fs::directory_iterator(),
      [](const auto& entry) { return entry.path().filename().string().starts_with('.'); });
}

// The draft of last year's report of the example agency.
std::vector<NewFile> example_report(const fs::path& folder, const Catalog& catalog,
                                    const std::string& form_id) {
  const Form& form = *catalog.form(form_id);
  const BlankSheet sheet =
      blank_sheet(catalog, catalog.agencies.front(), catalog.today.year - 1, form, Scope::own);
  const fs::path at = folder / sheet.report.folder;
  return {{at / "report.yaml", report_text(sheet.report, sheet.remarks)},
          {at / "report.md", blank_narratives(form)}};
}

void say_what_next(const fs::path& folder, const std::vector<NewFile>& files,
                   const Console& console) {
  for (const NewFile& file : files) console.say(file.path.generic_string());
  console.say(fmt::format(
      fmt::runtime(console.words(
          "\nnext, in {}:\n"
          "  gongkai new agency ID --name NAME --kind KIND   an agency of yours\n"
          "  gongkai new report ID/YEAR                      its report, to be filled in\n"
          "  gongkai check                                   what is wrong or missing\n"
          "  gongkai serve                                   the portal on this machine\n"
          "The agency “example” is there to be looked at; delete its folder when you have your "
          "own.",
          "\n接下来，在 {} 里：\n"
          "  gongkai new agency 代号 --name 全称 --kind 类别   添加机关\n"
          "  gongkai new report 代号/年份                      添加一份待填的报告\n"
          "  gongkai check                                     看看哪里有错、还缺什么\n"
          "  gongkai serve                                     在本机预览\n"
          "机关 example 只是示例，有了自己的机关以后可以把它的文件夹删掉。")),
      folder.generic_string()));
}

}  // namespace

int new_site(const SiteArguments& site, const NewArguments& asked, const Console& console) {
  const fs::path folder = (site.site / asked.name).lexically_normal();
  if (!is_free(folder)) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: {} is not empty; name a new folder",
                                   "gongkai：{} 不是空文件夹，请另写一个新文件夹的名字")),
        folder.generic_string()));
    return exit_content_has_errors;
  }
  const bool chinese =
      asked.language.empty() ? console.language() == Language::zh : asked.language == "zh-CN";
  const std::string title = !asked.title.empty() ? asked.title
                            : chinese            ? "政府信息公开年报"
                                                 : "Annual reports on requests for information";
  Starter starter = read_starter(chinese ? "zh-CN" : "en", title);
  for (NewFile& file : starter.files) file.path = folder / file.path;
  if (const fs::path taken = write_new_files(starter.files); !taken.empty()) {
    console.complain(
        fmt::format(fmt::runtime(console.words("gongkai: {} exists and is not overwritten",
                                               "gongkai：{} 已经存在，不会覆盖")),
                    taken.generic_string()));
    return exit_content_has_errors;
  }
  SiteArguments made = site;
  made.site = folder;
  const auto reading = read_site(made, console);
  if (!reading) return exit_content_has_errors;
  const auto report = example_report(folder, *reading->catalog, starter.form);
  write_new_files(report);
  starter.files.insert(starter.files.end(), report.begin(), report.end());
  say_what_next(folder, starter.files, console);
  return exit_done;
}

}  // namespace gongkai
