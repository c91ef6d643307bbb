#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source_lines.h"

namespace gongkai {

struct PrintOptions {
  Language language = Language::zh;
  bool color = false;
};

/// Turns diagnostics into what a person reads:
///
///     content/…/report.yaml:12:28: error: … [requests.total]
///        12 |     一: [12, 3, 0, 0, 1, 0, 17]
///           |                             ^~
///     content/…/report.yaml:12:9: note: …
///     help: …
///
/// The column is counted in characters, the caret stands right under wide characters.
/// Files are read once each and kept for the life of the printer.
class Printer {
 public:
  Printer(PrintOptions options, SourceReader reader);

  std::string print(const Diagnostic& diagnostic);
  /// A place alone, with its line.
  std::string print_place(const Position& position);
  /// The same message at other places: a line for each of them.
  std::string print_places(const std::vector<const Diagnostic*>& others);

 private:
  void place(std::string& out, const Position& position);
  void excerpt(std::string& out, const Position& position);

  PrintOptions options_;
  SourceLines sources_;
};

}  // namespace gongkai
