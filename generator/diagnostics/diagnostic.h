#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/position.h"

namespace gongkai {

enum class Language { zh, en };

enum class Severity { error, warning, hint };

/// The wording of one kind of message in both languages. `{0}`, `{1}` … stand for the arguments of
/// the diagnostic that uses it. `help_*` says how to mend it and may be empty.
/// All wordings are listed in diagnostics/codes/*.def, so that a test can show each of them in use.
struct Wording {
  std::string_view code;  ///< stable, kebab-case, printed in brackets: `unknown-key`
  Severity severity;
  std::string_view en, zh;
  std::string_view help_en, help_zh;
};

/// The wording of a note that points at another place. It carries no code of its own.
struct NoteWording {
  std::string_view en, zh;
};

struct Note {
  const NoteWording* wording;
  Position position;  ///< may be without a mark: then the note stands without a source line
  std::vector<std::string> arguments;
};

/// A mistake of the user (or a warning, or a hint) as a plain value. It is made once, where it is
/// found, and only the printer turns it into words.
struct Diagnostic {
  const Wording* wording;
  Position position;
  std::vector<std::string> arguments;
  std::vector<Note> notes;
  /// What is printed in brackets, where it is finer than the wording's own code: the id of a rule
  /// of a form. Empty otherwise.
  std::string rule;
  /// The severity, where the site or the form chose another than the wording's own.
  Severity severity = wording->severity;
  /// What it speaks of, whatever the lines of the file: `shangwuzhuang/2024/requests.new.total`.
  /// Machine formats tell findings of two runs apart by it. Empty where the file is all there is.
  std::string subject = {};

  std::string_view code() const { return rule.empty() ? wording->code : std::string_view(rule); }
};

/// All diagnostics of a run. Stages append; nobody stops at the first one.
class Diagnostics {
 public:
  Diagnostic& add(const Wording& wording, Position position,
                  std::vector<std::string> arguments = {});
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  void append(Diagnostics other);

  /// Sorted by file, line, column and code; diagnostics that are equal in all of them are said once.
  void sort();

  const std::vector<Diagnostic>& items() const { return items_; }
  std::vector<Diagnostic>& items() { return items_; }
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) != 0; }
  bool empty() const { return items_.empty(); }

 private:
  std::vector<Diagnostic> items_;
};

/// The wording in `language` with the arguments in their places.
std::string message(const Diagnostic& diagnostic, Language language);
std::string help(const Diagnostic& diagnostic, Language language);
std::string message(const Note& note, Language language);

}  // namespace gongkai
