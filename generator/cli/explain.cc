#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/topic.h"
#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

class ExplainCommand : public Command {
 public:
  const char* name() const override { return "explain"; }
  const char* summary(Language language) const override {
    return language == Language::zh ? "解释一条规则或信息，说明怎么改"
                                    : "say what a rule or a message means and how to mend it";
  }
  void declare(Options& options) override {
    options.argument("CODE", code_, false, "what stands in brackets at the end of a message",
                     "信息末尾方括号里的代码");
    options.flag("all", all_, "everything there is, as Markdown", "全部内容，写成 Markdown");
  }
  int run(const SiteArguments& arguments, const Console& console) override {
    const auto chapters = all_topics(arguments.site, console.language());
    if (all_) {
      std::fputs(topics_markdown(chapters, console.language()).c_str(), stdout);
      return exit_done;
    }
    if (code_.empty()) {
      console.complain(console.words("gongkai: write the code: gongkai explain requests.total",
                                     "gongkai：请写明代码：gongkai explain requests.total"));
      return exit_wrong_use;
    }
    // Copied with its brackets it is still the same code.
    std::string code = code_;
    if (code.starts_with('[') && code.ends_with(']')) code = code.substr(1, code.size() - 2);
    std::vector<std::string> known;
    for (const TopicChapter& chapter : chapters) {
      for (const Topic& topic : chapter.topics) {
        if (topic.id == code) {
          std::fputs(topic_text(topic, console.language()).c_str(), stdout);
          return exit_done;
        }
        known.push_back(topic.id);
      }
    }
    std::string line = console.words("gongkai: there is no code ", "gongkai：没有这个代码：") + code;
    if (const auto near = nearest(code, known)) {
      line += fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")), *near);
    }
    console.complain(line);
    return exit_wrong_use;
  }

 private:
  std::string code_;
  bool all_ = false;
};

}  // namespace

std::unique_ptr<Command> explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace gongkai
