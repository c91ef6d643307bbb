#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace CLI {
class App;
}

namespace gongkai {

/// What may be written after the name of a command. Values are stored when the line is read; the
/// variables must live until then. Names of options come without their dashes; a short one follows
/// a comma: `jobs,j`. Every text is given in both languages, that of the run is shown.
class Options {
 public:
  Options(CLI::App& command, Language language) : command_(command), language_(language) {}

  /// An option that is there or not.
  void flag(const std::string& name, bool& value, const char* en, const char* zh);
  /// An option with any text as its value; `type` is what help prints for the value: DIR, DATE.
  void text(const std::string& name, std::string& value, const char* type, const char* en,
            const char* zh);
  /// An option with a whole number from `least` to `most`.
  void number(const std::string& name, int& value, int least, int most, const char* en,
              const char* zh);
  /// An option with one of these words.
  void choice(const std::string& name, std::string& value, const std::vector<std::string>& words,
              const char* en, const char* zh);
  /// A value without a name, such as AGENCY/YEAR; `required` where the command is nothing without.
  void argument(const char* type, std::string& value, bool required, const char* en,
                const char* zh);
  /// Any number of values without a name.
  void arguments(const char* type, std::vector<std::string>& values, bool required, const char* en,
                 const char* zh);
  /// Two options of which only one may be given.
  void exclude(const std::string& name, const std::string& other);
  /// An option that says nothing without another one.
  void need(const std::string& name, const std::string& other);

 private:
  std::string say(const char* en, const char* zh) const {
    return language_ == Language::zh ? zh : en;
  }

  CLI::App& command_;
  Language language_;
};

}  // namespace gongkai
