#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <thread>

#include "cli/commands.h"
#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

// Help is printed while the arguments are read, so its language must be known before.
Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string_view value;
    if (argument.starts_with("--lang=")) value = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (value == "zh") return Language::zh;
    if (value == "en") return Language::en;
  }
  return language_of_environment();
}

// What CLI11 says in English by itself; what our own validators say is Chinese already.
std::string in_chinese(const CLI::ParseError& error) {
  const std::string text = error.what();
  const auto before = [&](std::string_view mark) { return text.substr(0, text.find(mark)); };
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return before(":") + " 后面缺少值";
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return "缺少 " + before(" is required");
  if (dynamic_cast<const CLI::ExcludesError*>(&error)) {
    const std::string_view mark = " excludes ";
    const std::size_t at = text.find(mark);
    return text.substr(0, at) + " 与 " + text.substr(at + mark.size()) + " 不能同时使用";
  }
  return text;
}

/// The options that every command has, as they were typed.
struct Typed {
  std::string site = ".";
  int jobs = 0;
  std::string clock;
  std::string lang;
  bool quiet = false;
};

/// Builds the command line in one language.
class CommandLine {
 public:
  CommandLine(Language language, Typed& typed)
      : zh_(language == Language::zh), typed_(typed), commands_(all_commands()) {
    app_.name("gongkai");
    app_.description(say("gongkai turns the annual reports of agencies into a website: it checks "
                         "every sum, then writes plain files into public/.",
                         "gongkai 把各机关的年度报告做成网站：先核对每一个合计，再把网页写进 "
                         "public/。"));
    app_.set_version_flag("--version", "gongkai " GONGKAI_VERSION,
                          say("print the version", "显示版本号"));
    app_.set_help_flag("--help,-h", say("print this help", "显示帮助"));
    // Unknown words are collected and named in our own words, with the nearest known one.
    app_.allow_extras();
    app_.require_subcommand(0, 1);
    for (const std::unique_ptr<Command>& command : commands_) add(*command, language);
    app_.footer(say("Exit codes: 0 done, 1 the content has errors, 2 wrong use, 3 the system "
                    "failed.\nExample: gongkai check --site my-site",
                    "退出码：0 完成，1 内容有错误，2 用法不对，3 系统出错。\n例：gongkai check "
                    "--site 我的站点"));
  }

  CLI::App& app() { return app_; }
  /// Says what CLI11 found wrong with the value of an option.
  void complain(const CLI::ParseError& error, const Console& console) const {
    console.complain(say("gongkai: ", "gongkai：用法不对：") +
                     (zh_ ? in_chinese(error) : std::string(error.what())));
    point_to_help(console);
  }

  /// Says which argument nobody knows, or that no command was named; false where all is well.
  bool complain_of_unknown(const Console& console) const {
    const std::vector<std::string> extra = app_.remaining(true);
    if (!extra.empty()) {
      // Without a command it is the command that is unknown; with one, the values of an unknown
      // option are unknown too, and it is the option that is meant.
      const bool wants_option = !app_.get_subcommands().empty();
      const auto meant = std::find_if(extra.begin(), extra.end(), [&](const std::string& word) {
        return word.starts_with("-") == wants_option;
      });
      const std::string& word = meant == extra.end() ? extra.front() : *meant;
      const std::vector<std::string> known = known_words();
      if (std::find(known.begin(), known.end(), word) != known.end()) {
        console.complain("gongkai: " + word +
                         say(" is written after the command: gongkai check ",
                             " 要写在命令后面：gongkai check ") +
                         word);
      } else {
        std::string line = say("gongkai: unknown argument: ", "gongkai：不认识的参数：") + word;
        if (const auto near = nearest(word, known)) {
          line += say("; did you mean ", "；是不是 ") + *near + say("?", "？");
        }
        console.complain(line);
      }
    } else if (app_.get_subcommands().empty()) {
      console.complain(say("gongkai: say what to do: ", "gongkai：请写明要做什么：") +
                       names_of_commands());
    } else {
      return false;
    }
    point_to_help(console);
    return true;
  }

  /// The command that was named; to be asked once the line was read without a mistake.
  Command& chosen() const {
    const auto found = std::find_if(
        commands_.begin(), commands_.end(), [&](const std::unique_ptr<Command>& command) {
          return app_.got_subcommand(command->name());
        });
    return **found;
  }

 private:
  std::string say(const char* en, const char* zh) const { return zh_ ? zh : en; }

  void add(Command& command, Language language) {
    CLI::App& line = *app_.add_subcommand(command.name(), command.summary(language));
    line.allow_extras();
    line.set_help_flag("--help,-h", say("print this help", "显示帮助"));
    Options options(line, language);
    command.declare(options);
    options.text("site", typed_.site, "DIR", "the folder with site.yaml (default: this one)",
                 "site.yaml 所在的文件夹（默认当前文件夹）");
    options.number("jobs,j", typed_.jobs, 1, 256,
                   "how many threads to use (default: one for each processor)",
                   "同时使用的线程数（默认与处理器数相同）");
    options.text("clock", typed_.clock, "DATE", "the day that counts as today, YYYY-MM-DD",
                 "把哪一天当作今天，YYYY-MM-DD");
    options.choice("lang", typed_.lang, {"zh", "en"}, "language of the messages: zh or en",
                   "提示信息的语言：zh 或 en");
    options.flag("quiet,q", typed_.quiet, "print errors and warnings only",
                 "只显示错误和警告");
  }

  std::string names_of_commands() const {
    std::string names;
    for (const std::unique_ptr<Command>& command : commands_) {
      if (!names.empty()) names += say(", ", "、");
      names += command->name();
    }
    return names;
  }

  void point_to_help(const Console& console) const {
    console.complain(say("gongkai --help lists what can be written",
                         "可用的写法见 gongkai --help"));
  }

  std::vector<std::string> known_words() const {
    std::vector<std::string> names;
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(command->get_name());
      for (const CLI::Option* option : command->get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      }
    }
    return names;
  }

  bool zh_;
  Typed& typed_;
  CLI::App app_;
  std::vector<std::unique_ptr<Command>> commands_;
};

int default_jobs() {
  const unsigned processors = std::thread::hardware_concurrency();
  return processors == 0 ? 1 : static_cast<int>(processors);
}

int run(const CommandLine& command, const Typed& typed, const Console& console) {
  SiteArguments arguments;
  arguments.site = typed.site;
  arguments.jobs = typed.jobs > 0 ? typed.jobs : default_jobs();
  if (!typed.clock.empty()) {
    arguments.today = Date::parse(typed.clock);
    if (!arguments.today) {
      console.complain(fmt::format(
          fmt::runtime(console.words("gongkai: --clock: {} is no day; write YYYY-MM-DD",
                                     "gongkai：--clock：{} 不是日期，请写 YYYY-MM-DD")),
          typed.clock));
      return exit_wrong_use;
    }
  }
  std::error_code error;
  if (!std::filesystem::is_directory(arguments.site, error)) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: --site: there is no folder {}",
                                   "gongkai：--site：没有文件夹 {}")),
        typed.site));
    return exit_wrong_use;
  }
  return command.chosen().run(arguments, console);
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  const Language language = language_of(argc, argv);
  Typed typed;
  CommandLine command(language, typed);
  try {
    command.app().parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return command.app().exit(error);  // --help and --version
    command.complain(error, Console(language, false));
    return exit_wrong_use;
  }
  const Console console(language, typed.quiet);
  if (command.complain_of_unknown(console)) return exit_wrong_use;
  try {
    return run(command, typed, console);
  } catch (const std::exception& error) {
    console.complain(std::string("gongkai: ") + error.what());
    return exit_system_failed;
  }
}

}  // namespace gongkai
