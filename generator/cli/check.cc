#include "cli/commands.h"
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
  void declare(Options&) override {}
  int run(const SiteArguments& arguments, const Console& console) override {
    SessionOptions options;
    options.site = arguments.site;
    options.jobs = arguments.jobs;
    options.today = arguments.today;
    const Session session = check_site(options);
    console.print(session.diagnostics, arguments.site);
    console.say(gongkai::summary(session, console));
    return session.diagnostics.has_errors() ? exit_content_has_errors : exit_done;
  }
};

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace gongkai
