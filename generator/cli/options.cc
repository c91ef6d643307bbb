#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace gongkai {
namespace {

// `jobs,j` as CLI11 wants it: `--jobs,-j`.
std::string dashed(const std::string& name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string::npos) return "--" + name;
  return "--" + name.substr(0, comma) + ",-" + name.substr(comma + 1);
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
  command_.add_option(dashed(name), value, say(en, zh))->check(CLI::Range(least, most));
}

void Options::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& words, const char* en, const char* zh) {
  command_.add_option(dashed(name), value, say(en, zh))->check(CLI::IsMember(words));
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

}  // namespace gongkai
