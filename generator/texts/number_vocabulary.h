#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/form.h"
#include "texts/number_words.h"
#include "texts/word_trie.h"

namespace gongkai {

/// What a form's rows and columns are called in sentences: their labels without numbering and
/// brackets, and their aliases. It is made once for each form and then shared by all threads.
class NumberVocabulary {
 public:
  /// An amount is a cell, or the sum of cells that a head stands over. Amounts below the number of
  /// cells are the cells themselves.
  using Amount = std::uint32_t;

  /// A row or a column that a name means.
  struct NamedLine {
    std::uint16_t table = 0;
    std::vector<Amount> amounts;  ///< all that its name can mean, sorted
    std::vector<Amount> main;     ///< what it means without further words: the total, where it has one
  };
  struct Name {
    std::string text;
    std::vector<std::uint32_t> lines;  ///< a name may belong to several: 其他
    bool weak = false;  ///< too short to mean a cell by itself
  };
  /// What a word before a number is: a name, or a word of the language.
  struct Word {
    const Name* name = nullptr;
    NumberWord kind = NumberWord::filler;
    std::size_t begin = 0;
    bool found = false;
  };

  explicit NumberVocabulary(const Form& form);

  /// The longest word that ends at `end` and begins at `floor` or later.
  Word word_before(std::string_view text, std::size_t floor, std::size_t end) const;
  const NamedLine& line(std::uint32_t index) const { return lines_[index]; }
  /// The cells whose sum an amount is.
  const std::vector<CellIndex>& cells(Amount amount) const { return amounts_[amount]; }
  /// Of what a cell is usually said to be a part, the likeliest first: the totals of its column and
  /// its row, heads, and the rows beside its head.
  const std::vector<CellIndex>& wholes(CellIndex cell) const { return wholes_[cell]; }
  const Form& form() const { return *form_; }

 private:
  void add_rows(std::uint16_t table, const Block& block);
  void add_columns(std::uint16_t table, const Block& block);
  void add_sums(const Block& block, const Line& head, std::size_t slot, NamedLine& named);
  void add_line(const Line& line, NamedLine named);
  void add_wholes(const Block& block, CellIndex cell);
  void add_name(std::string_view text, std::uint32_t line);
  Amount sum_of(std::vector<CellIndex> cells);

  const Form* form_;
  std::vector<std::vector<CellIndex>> amounts_;
  std::vector<std::vector<CellIndex>> wholes_;  // by cell
  std::vector<NamedLine> lines_;
  std::vector<Name> names_;
  WordTrie trie_;  // words of the language, then names
};

/// A label as a sentence would have it: without its number, brackets and what stands in them.
std::string spoken_label(std::string_view label);

}  // namespace gongkai
