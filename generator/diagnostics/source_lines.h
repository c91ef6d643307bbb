#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/position.h"

namespace gongkai {

/// Gives the text of a file that a position names, for the source line under a message.
/// Returns nothing for a file that cannot be read.
using SourceReader = std::function<std::optional<std::string>(const std::string& file)>;

/// The files that positions name, for whoever tells people or machines where something stands.
/// Files are read once each and kept. Not for several threads.
class SourceLines {
 public:
  explicit SourceLines(SourceReader reader) : reader_(std::move(reader)) {}

  /// Whether the file can be read.
  bool has(const std::string& file) { return text(file) != nullptr; }
  /// A line without its end and without a byte-order mark; empty where the file has no such line.
  std::string_view line(const std::string& file, std::size_t number);

  /// A position with its columns in characters (Unicode code points), counted from 1. `end_column`
  /// stands behind the last character; 0 where no length is known. Without a mark all three are 0.
  struct Place {
    std::size_t line = 0, column = 0, end_column = 0;
  };
  Place place(const Position& position);

 private:
  const std::string* text(const std::string& file);

  SourceReader reader_;
  std::map<std::string, std::optional<std::string>> texts_;
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
