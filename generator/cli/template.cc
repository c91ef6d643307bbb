#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "check/previous.h"
#include "cli/blank_sheet.h"
#include "cli/commands.h"
#include "cli/form_choice.h"
#include "cli/report_argument.h"
#include "cli/site_reading.h"
#include "data/template_book.h"
#include "diagnostics/suggestion.h"
#include "load/form.h"
#include "theme/theme.h"
#include "write/new_files.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// Files with this ending can be made.
constexpr std::string_view ending = ".xlsx";

class TemplateCommand : public Command {
 public:
  const char* name() const override { return "template"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "把表样做成 Excel 工作簿，发给下级填报"
                                    : "make an Excel workbook of a form, for others to fill in";
  }
  void declare(Options& options) override {
    options.argument("FORM", form_, false, "the id of the form; not needed with --for",
                     "表样的代号；写了 --for 可以不写");
    options.flag("xlsx", xlsx_, "as an Excel workbook (there is no other kind yet)",
                 "做成 Excel 工作簿（目前只有这一种）");
    options.text("for", for_, "AGENCY/YEAR",
                 "fill in the agency, the year and what last year's report says",
                 "填好机关、年度和上年报告里能结转的数字");
    options.text("out", out_, "FILE", "the file to write (default: named by the form)",
                 "写到哪个文件（默认以表样命名）");
  }
  int run(const SiteArguments& arguments, const Console& console) override;

 private:
  template <typename... Arguments>
  static int refuse(const Console& console, const char* en, const char* zh,
                    const Arguments&... arguments) {
    console.complain(fmt::format(fmt::runtime(console.words(en, zh)), arguments...));
    return exit_wrong_use;
  }

  int of_form(const SiteArguments& arguments, const Console& console) const;
  int for_agency(const SiteArguments& arguments, const Console& console) const;
  int write(const SiteArguments& arguments, const Settings& settings,
            const TemplateRequest& request, const std::string& file, const Console& console) const;

  bool xlsx_ = false;
  std::string form_, for_, out_;
};

int TemplateCommand::run(const SiteArguments& arguments, const Console& console) {
  if (form_.empty() && for_.empty()) {
    return refuse(console, "gongkai: name the form, or the report with --for AGENCY/YEAR",
                  "gongkai：请写明表样，或者用 --for 机关/年份 写明报告");
  }
  if (!out_.empty() && fs::path(out_).extension() != ending) {
    return refuse(console, "gongkai: --out: {} must end in {}", "gongkai：--out：{} 应以 {} 结尾",
                  out_, ending);
  }
  return for_.empty() ? of_form(arguments, console) : for_agency(arguments, console);
}

// Needs no site: whoever makes a template for others may have none yet.
int TemplateCommand::of_form(const SiteArguments& arguments, const Console& console) const {
  const SiteFiles site{arguments.site};
  Settings settings;
  settings.language = console.language() == Language::zh ? "zh-CN" : "en";
  if (site.exists(settings.file)) {
    const auto reading = read_site(arguments, console);
    if (!reading) return exit_content_has_errors;
    settings = reading->catalog->settings;
  }
  std::vector<std::string> known;
  std::optional<Form> form;
  for (const FormSource& source : list_forms(site)) {
    known.push_back(source.id);
    if (source.id != form_) continue;
    Diagnostics mistakes;
    form = load_form(site, source, settings, mistakes);
    if (form) continue;
    console.print(mistakes, arguments.site);
    return exit_content_has_errors;
  }
  if (!form) {
    const auto near = nearest(form_, known);
    return refuse(
        console, "gongkai: there is no form {}; there are {}{}", "gongkai：没有表样 {}；现有 {}{}",
        form_, fmt::format("{}", fmt::join(known, console.words(", ", "、"))),
        near
            ? fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")), *near)
            : std::string());
  }
  Report blank;
  blank.form = &*form;
  blank.cells.assign(form->cells.size(), {});
  TemplateRequest request{blank, [](CellIndex) { return std::optional<Decimal>(); }, {}};
  for (const Rule& rule : form->rules) {
    const bool everyones = rule.agencies.empty() && !rule.uses_previous;
    if (everyones && severity_of(rule, settings) != RuleSeverity::off) {
      request.rules.push_back(&rule);
    }
  }
  return write(arguments, settings, request, form->id, console);
}

int TemplateCommand::for_agency(const SiteArguments& arguments, const Console& console) const {
  const auto reading = read_site(arguments, console);
  if (!reading) return exit_content_has_errors;
  const Catalog& catalog = *reading->catalog;
  const auto asked = read_report_argument(catalog, for_, ArgumentShape::agency_year, console);
  if (!asked) return exit_wrong_use;
  const Form* form = choose_form(catalog, *asked->agency, asked->year, form_, console);
  if (!form) return exit_wrong_use;
  const Scope scope = usual_scope(catalog, *asked->agency, asked->year);
  const BlankSheet sheet = blank_sheet(catalog, *asked->agency, asked->year, *form, scope);
  const auto previous = [&](CellIndex cell) -> std::optional<Decimal> {
    const PreviousFigure earlier =
        previous_figure(catalog, sheet.report, sheet.carried.previous, cell);
    if (earlier.reason != Reason::none) return {};
    return earlier.figure->value();
  };
  TemplateRequest request{sheet.report, previous, {}};
  for (const Rule& rule : form->rules) {
    if (concerns(rule, catalog.kind(*asked->agency)) &&
        severity_of(rule, catalog.settings) != RuleSeverity::off) {
      request.rules.push_back(&rule);
    }
  }
  return write(arguments, catalog.settings, request,
               fmt::format("{}-{}", asked->agency->id, asked->year), console);
}

int TemplateCommand::write(const SiteArguments& arguments, const Settings& settings,
                           const TemplateRequest& request, const std::string& name,
                           const Console& console) const {
  Diagnostics mistakes;
  const auto theme = load_theme(arguments.site, settings.theme, settings.language, mistakes);
  if (!theme) {
    console.print(mistakes, arguments.site);
    return exit_content_has_errors;
  }
  const fs::path file = out_.empty() ? fs::path(name + std::string(ending)) : fs::path(out_);
  if (!write_new_files({{file, template_book(request, theme->words())}}).empty()) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: {} exists and is not overwritten; name another with "
                                   "--out",
                                   "gongkai：{} 已经存在，不会覆盖；请用 --out 另写一个文件名")),
        file.generic_string()));
    return exit_content_has_errors;
  }
  console.say(fmt::format(fmt::runtime(console.words("{}: {} ({})", "{}：{}（{}）")),
                          file.generic_string(), request.blank.form->name, request.blank.form->id));
  return exit_done;
}

}  // namespace

std::unique_ptr<Command> template_command() { return std::make_unique<TemplateCommand>(); }

}  // namespace gongkai
