#include <cstdio>

#include "cli/against.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/slip.h"
#include "cli/summary.h"

namespace gongkai {
namespace {

class CheckCommand : public Command {
 public:
  const char* name() const override { return "check"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "检查内容，指出错误，不公布"
                                    : "say what is wrong with the content; publish nothing";
  }
  void declare(Options& options) override {
    std::vector<std::string> formats = machine_formats();
    formats.insert(formats.begin(), "text");
    options.choice("format", format_, formats,
                   "text for people (default), or a format for programs on the standard output",
                   "输出格式：text 供人阅读（默认），其余供程序读取，写到标准输出");
    options.flag("strict", strict_, "warnings count as errors, known errors are not let through",
                 "警告按错误处理，往年已知错误也不放过");
    options.flag("all", all_, "print every message in full, even those that repeat",
                 "逐条显示全部信息，相同的也不合并");
    options.text("slip", slip_, "AGENCY/YEAR",
                 "write what one report must mend, in the words of the form, to send back",
                 "写出一份报告的退改单，用表样上的文字，供退回填报机关");
    options.text("out", out_, "FILE", "where to write the slip (default: standard output)",
                 "退改单写到哪个文件（默认写到屏幕）");
    options.need("out", "slip");
    options.exclude("slip", "format");
    options.text("against", against_, "FILE",
                 "compare every cell of the report AGENCY/YEAR with the original that was filed",
                 "把报告（机关/年份）的每一格与报送的原件核对");
    options.argument("AGENCY/YEAR", report_, false, "the report to be compared, with --against",
                     "与 --against 一起，写明核对哪份报告");
    options.exclude("against", "format");
    options.exclude("against", "slip");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    if (against_.empty() != report_.empty()) {
      console.complain(console.words(
          "gongkai: --against FILE and AGENCY/YEAR go together: gongkai check --against FILE "
          "AGENCY/YEAR",
          "gongkai：--against 文件 与 机关/年份 要一起写：gongkai check --against 文件 机关/年份"));
      return exit_wrong_use;
    }
    SessionOptions options;
    options.site = arguments.site;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    options.strict = strict_;
    const Session session = check_site(options);
    if (!against_.empty() && session.catalog) {
      return check_against(session, arguments.site, against_, report_, console);
    }
    if (!slip_.empty() && session.catalog) return write_slip(session, slip_, out_, console);
    if (format_ == "text") {
      console.print(session.diagnostics, arguments.site, all_);
      console.say(gongkai::summary(session, console));
      if (const std::string remark = strict_remark(session, strict_, console); !remark.empty()) {
        console.say(remark);
      }
    } else {
      std::fputs(
          in_machine_format(format_, session, arguments, strict_, console.language()).c_str(),
          stdout);
    }
    return fails(session.diagnostics, strict_) ? exit_content_has_errors : exit_done;
  }

 private:
  std::string format_ = "text";
  bool strict_ = false;
  bool all_ = false;
  std::string slip_, out_;
  std::string against_, report_;
};

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace gongkai
