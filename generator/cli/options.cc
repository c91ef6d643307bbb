#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace gongkai {
namespace {

// `jobs,j` as CLI11 wants it: `--jobs,-j`.
std::string dashed(const std::string& name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string::npos) return "--" + name;
  return "--" + name.substr(0, comma) + ",-" + name.substr(comma + 1);
}

// Validators outlive the Options that made them, so they carry what they need.
std::string refused(Language language, const std::string& text, const std::string& expected) {
  return text + (language == Language::zh ? " 无效；" : " is not valid; expected: ") + expected;
}

}  // namespace

void Options::flag(const std::string& name, bool& value, const char* en, const char* zh) {
  command_.add_flag(dashed(name), value, say(en, zh));
}

void Options::text(const std::string& name, std::string& value, const char* type, const char* en,
                   const char* zh) {
  command_.add_option(dashed(name), value, say(en, zh))->type_name(type);
}

void Options::number(const std::string& name, int& value, int least, int most, const char* en,
                     const char* zh) {
  const std::string expected =
      say("a whole number from ", "应写整数，") + std::to_string(least) + say(" to ", " 到 ") +
      std::to_string(most);
  // Read as text, so that it is our words that say what is wrong with it.
  command_
      .add_option_function<std::string>(
          dashed(name), [&value](const std::string& text) { value = std::stoi(text); },
          say(en, zh))
      ->type_name(std::to_string(least) + "-" + std::to_string(most))
      ->check(CLI::Validator(
          [language = language_, least, most, expected](std::string& text) {
            const bool digits = !text.empty() && text.size() <= 9 &&
                                text.find_first_not_of("0123456789") == std::string::npos;
            if (digits && std::stoi(text) >= least && std::stoi(text) <= most) return std::string();
            return refused(language, text, expected);
          },
          ""));
}

void Options::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& words, const char* en, const char* zh) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : "|") + word;
  const std::string expected = say("one of ", "应写其中一个：") + list;
  command_.add_option(dashed(name), value, say(en, zh))
      ->type_name(list)
      ->check(CLI::Validator(
          [language = language_, words, expected](std::string& text) {
            if (std::find(words.begin(), words.end(), text) != words.end()) return std::string();
            return refused(language, text, expected);
          },
          ""));
}

void Options::argument(const char* type, std::string& value, bool required, const char* en,
                       const char* zh) {
  command_.add_option(type, value, say(en, zh))->type_name("")->required(required);
}

void Options::arguments(const char* type, std::vector<std::string>& values, bool required,
                        const char* en, const char* zh) {
  command_.add_option(type, values, say(en, zh))->type_name("")->required(required);
}

void Options::exclude(const std::string& name, const std::string& other) {
  command_.get_option("--" + name)->excludes("--" + other);
}

void Options::need(const std::string& name, const std::string& other) {
  command_.get_option("--" + name)->needs("--" + other);
}

}  // namespace gongkai
