#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source_lines.h"

namespace gongkai {

/// One rule on one row or column of one report that did not simply pass, in the words of machine
/// formats: ids that never change, numbers exact and without separators.
struct FindingRecord {
  std::string outcome;  ///< failed | explained | known | not_assessed
  std::string rule;     ///< its id
  std::string severity;
  std::string cell;   ///< address in ids
  std::string told_at;  ///< address of the cell whose message speaks of it, where it failed
  std::string label;  ///< the cell in printed words
  std::string found, expected;  ///< empty where it was not assessed
  std::string numbers;          ///< the relation in numbers
  std::string explanation;      ///< the agency's, where explained or known
  std::string reason;           ///< why it was not assessed: not_reported, previous_missing …
  std::string reason_cell;      ///< address of the cell that it is about; may be empty
  Position position;
};

/// A rule that one report was checked by.
struct RuleRecord {
  std::string id;
  bool applies = false;  ///< false: not applicable on every row and column
};

struct ReportRecord {
  std::string agency;
  int year = 0;
  std::string folder;
  std::vector<RuleRecord> rules;  ///< in the form's order
  std::vector<FindingRecord> findings;
};

/// A rule as the form puts it.
struct RuleWords {
  std::string id, text;
};

/// All that one check of a site found, for the machine formats.
struct RunRecord {
  std::string version;  ///< of gongkai
  Language language = Language::zh;
  std::string folder;   ///< of the site, as it was given; empty for the working folder
  bool strict = false;  ///< warnings fail the run too
  std::vector<RuleWords> rules;  ///< by id
  std::vector<ReportRecord> reports;
  std::vector<std::pair<std::string, int>> outcomes;  ///< counts, in the order of the summary
  const Diagnostics* diagnostics = nullptr;

  /// Whether a message makes the exit code 1.
  bool fails(const Diagnostic& diagnostic) const {
    return diagnostic.severity == Severity::error ||
           (strict && diagnostic.severity == Severity::warning);
  }
};

/// The whole output in one format. No format holds lines of the site's files.
using RunWriter = std::string (*)(const RunRecord&, SourceLines&);

/// error, warning or hint: the same words in every language.
std::string_view severity_id(Severity severity);

}  // namespace gongkai
