#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// Gives the text of a file that a position names, for the source line under a message.
/// Returns nothing for a file that cannot be read.
using SourceReader = std::function<std::optional<std::string>(const std::string& file)>;

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

 private:
  const std::string* source(const std::string& file);
  void place(std::string& out, const Position& position);
  void excerpt(std::string& out, const Position& position);

  PrintOptions options_;
  SourceReader reader_;
  std::map<std::string, std::optional<std::string>> sources_;
};

/// Where a byte column of a line stands for a person. `character` counts from 1; `cells` is the
/// width of what stands before it on a terminal, where Chinese characters are two cells wide and a
/// tab advances to the next multiple of eight.
struct DisplayColumn {
  std::size_t character;
  std::size_t cells;
};
DisplayColumn display_column(std::string_view line, std::size_t byte_column);

}  // namespace gongkai
