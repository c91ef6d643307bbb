#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {

/// Words to be recognised by their last letters: what stands before a number is read from the
/// number backwards. Latin letters are alike in both cases; blanks and quotes inside are passed
/// over.
class WordTrie {
 public:
  /// A word that was found: its value, and where it begins.
  struct Match {
    std::int32_t value = -1;  ///< -1: none
    std::size_t begin = 0;
  };

  /// `value` is not negative. A word that was added before takes the new value.
  void add(std::string_view word, std::int32_t value);
  /// -1 where the word was not added.
  std::int32_t value_of(std::string_view word) const;
  /// The longest word that ends at `end` of `text` and begins at `floor` or later.
  Match longest_before(std::string_view text, std::size_t floor, std::size_t end) const;

 private:
  std::uint32_t step(std::uint32_t node, char letter) const;
  void link(std::uint32_t node, char letter, std::uint32_t child);

  std::vector<std::int32_t> values_{-1};  // by node; the root is 0
  /// Open addressing: node and letter, and the child; 0 where nothing stands, for the root is
  /// nobody's child.
  struct Edge {
    std::uint32_t from = 0, child = 0;
  };
  std::vector<Edge> edges_ = std::vector<Edge>(64);
};

/// The bytes of the blank, quote or mark of emphasis with which text[floor, end) ends; 0 where it
/// ends with something else.
std::size_t blank_before(std::string_view text, std::size_t floor, std::size_t end);

}  // namespace gongkai
