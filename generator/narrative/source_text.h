#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/position.h"
#include "narrative/narrative.h"

namespace gongkai {

/// Text on its way to the Markdown parser. Every byte remembers the byte of the author's text from
/// which it comes, so that a message about the result points at what was written.
class SourceText {
 public:
  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  char operator[](std::size_t offset) const { return text_[offset]; }

  /// The byte of the author's text behind the byte at `offset`.
  std::size_t origin(std::size_t offset) const;

  /// Appends bytes that stand at `origin` of the author's text.
  void copy(std::string_view bytes, std::size_t origin);
  /// Appends bytes that the author did not write, which stand for what he wrote at `origin`.
  void insert(std::string_view bytes, std::size_t origin);
  /// Appends the bytes [begin, end) of another text.
  void copy(const SourceText& other, std::size_t begin, std::size_t end);

 private:
  std::string text_;
  std::vector<std::uint32_t> origins_;
};

/// Where in the file the bytes of the author's text stand.
class SourcePlaces {
 public:
  explicit SourcePlaces(const NarrativeSource& source);

  /// The place of the byte at `offset`, underlined for `length` bytes.
  Position at(std::size_t offset, std::size_t length = 0) const;

 private:
  const NarrativeSource& source_;
  std::vector<std::size_t> lines_;
};

}  // namespace gongkai
