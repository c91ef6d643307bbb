#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// A text as CsvWriter::text() writes it, but for the quotes.
std::string neutralised(std::string_view text);

/// Writes comma-separated values as RFC 4180 has them, for spreadsheets used in China: UTF-8 with a
/// byte-order mark, lines that end with CRLF.
class CsvWriter {
 public:
  /// Appends to `out`, which must live as long as this.
  explicit CsvWriter(std::string& out);

  /// A text. What a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage
  /// return) gets an apostrophe before it, and so does a text that begins with one, so that reading
  /// can take it away again.
  void text(std::string_view text);
  /// A number or a word of ours; it goes in as it is.
  void plain(std::string_view text);
  void end_line();

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

/// The fields of every line, the header included, with the apostrophes of CsvWriter::text() taken
/// away. The byte-order mark is no part of the first field.
std::vector<std::vector<std::string>> read_csv(std::string_view text);

}  // namespace gongkai
