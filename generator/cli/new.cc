#include <fmt/format.h>

#include <array>
#include <vector>

#include "cli/commands.h"
#include "cli/new_things.h"
#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

class NewCommand : public Command {
 public:
  const char* name() const override { return "new"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "新建站点、机关或一份待填的报告"
                                    : "begin a site, an agency, or a report to be filled in";
  }
  void declare(Options& options) override {
    options.argument("WHAT", what_, true, "site, agency or report",
                     "site（站点）、agency（机关）或 report（报告）");
    options.argument("NAME", asked_.name, true,
                     "the folder of the site, the id of the agency, or AGENCY/YEAR",
                     "站点的文件夹、机关的代号，或者 机关/年份");
    options.text("title", asked_.title, "TITLE", "site: its title", "站点的标题");
    options.choice("language", asked_.language, {"zh-CN", "en"}, "site: the language of its pages",
                   "站点网页的语言");
    options.text("name", asked_.full_name, "NAME", "agency: its full name", "机关的全称");
    options.text("short-name", asked_.short_name, "NAME", "agency: its short name", "机关的简称");
    options.text("kind", asked_.kind, "KIND", "agency: its kind, as site.yaml lists them",
                 "机关的类别，即 site.yaml 里列出的");
    options.text("parent", asked_.parent, "AGENCY", "agency: the one above it", "上级机关");
    options.text("from", asked_.from, "YEAR", "agency: the first year that owes a report",
                 "机关从哪一年起应当有报告");
    options.text("form", asked_.form, "FORM",
                 "report: its form (default: as last year, or as others of its kind)",
                 "报告的表样（默认与上年或同类机关相同）");
    options.choice("scope", asked_.scope, {"own", "all"},
                   "report: the agency's own office, or all below it too (default: as last year)",
                   "报告的范围：own 本级，all 全辖（默认与上年相同）");
  }
  int run(const SiteArguments& arguments, const Console& console) override;

 private:
  struct Thing {
    const char* word;
    int (*make)(const SiteArguments&, const NewArguments&, const Console&);
  };
  static constexpr std::array<Thing, 3> things = {
      {{"site", new_site}, {"agency", new_agency}, {"report", new_report}}};

  /// An option that says nothing of what is to be made; null where there is none.
  const char* option_of_another() const;

  std::string what_;
  NewArguments asked_;
};

const char* NewCommand::option_of_another() const {
  struct Option {
    const char* of;
    const char* name;
    const std::string& value;
  };
  const std::array<Option, 9> options = {{{"site", "--title", asked_.title},
                                          {"site", "--language", asked_.language},
                                          {"agency", "--name", asked_.full_name},
                                          {"agency", "--short-name", asked_.short_name},
                                          {"agency", "--kind", asked_.kind},
                                          {"agency", "--parent", asked_.parent},
                                          {"agency", "--from", asked_.from},
                                          {"report", "--form", asked_.form},
                                          {"report", "--scope", asked_.scope}}};
  for (const Option& option : options) {
    if (option.of != what_ && !option.value.empty()) return option.name;
  }
  return nullptr;
}

int NewCommand::run(const SiteArguments& arguments, const Console& console) {
  std::vector<std::string> known;
  for (const Thing& thing : things) {
    known.emplace_back(thing.word);
    if (what_ != thing.word) continue;
    if (const char* option = option_of_another()) {
      console.complain(fmt::format(
          fmt::runtime(console.words("gongkai: {} says nothing of a new {}; gongkai new --help "
                                     "tells what it is for",
                                     "gongkai：{} 与 new {} 无关；用处见 gongkai new --help")),
          option, what_));
      return exit_wrong_use;
    }
    return thing.make(arguments, asked_, console);
  }
  const auto near = nearest(what_, known);
  console.complain(fmt::format(
      fmt::runtime(console.words("gongkai: new {}: write site, agency or report{}",
                                 "gongkai：new {}：应写 site、agency 或 report{}")),
      what_,
      near ? fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")), *near)
           : ""));
  return exit_wrong_use;
}

}  // namespace

std::unique_ptr<Command> new_command() { return std::make_unique<NewCommand>(); }

}  // namespace gongkai
