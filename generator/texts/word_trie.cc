#include "texts/word_trie.h"

#include <string>

namespace gongkai {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string without_blanks(std::string_view word) {
  std::string out;
  for (std::size_t end = word.size(); end > 0;) {
    if (const std::size_t blank = blank_before(word, 0, end)) {
      end -= blank;
    } else {
      out.insert(out.begin(), small(word[--end]));
    }
  }
  return out;
}

std::uint32_t key(std::uint32_t node, char letter) {
  return node << 8 | static_cast<unsigned char>(letter);
}

std::size_t slot(std::uint32_t key, std::size_t size) {
  return (key * 0x9E3779B1U >> 7) & (size - 1);
}

}  // namespace

std::size_t blank_before(std::string_view text, std::size_t floor, std::size_t end) {
  if (end <= floor) return 0;
  const char last = text[end - 1];
  if (last == ' ' || last == '"' || last == '\'') return 1;
  // All the others begin with these two bytes; this is asked at every byte of a text.
  if (end - floor < 3 || text[end - 2] != '\x80') return 0;
  if (text[end - 3] != '\xE2' && text[end - 3] != '\xE3') return 0;
  const std::string_view three = text.substr(end - 3, 3);
  for (std::string_view mark : {"“", "”", "‘", "’", "「", "」", "　", "《", "》"}) {
    if (three == mark) return 3;
  }
  return 0;
}

std::uint32_t WordTrie::step(std::uint32_t node, char letter) const {
  const std::uint32_t from = key(node, letter);
  for (std::size_t at = slot(from, edges_.size());; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].child == 0 || edges_[at].from == from) return edges_[at].child;
  }
}

void WordTrie::link(std::uint32_t node, char letter, std::uint32_t child) {
  const auto put = [this](Edge edge) {
    std::size_t at = slot(edge.from, edges_.size());
    while (edges_[at].child != 0) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  };
  if (4 * values_.size() > edges_.size()) {
    std::vector<Edge> before(4 * edges_.size());
    before.swap(edges_);
    for (const Edge& edge : before) {
      if (edge.child != 0) put(edge);
    }
  }
  put({key(node, letter), child});
}

void WordTrie::add(std::string_view word, std::int32_t value) {
  const std::string letters = without_blanks(word);
  if (letters.empty()) return;
  std::uint32_t node = 0;
  for (std::size_t i = letters.size(); i-- > 0;) {
    std::uint32_t next = step(node, letters[i]);
    if (next == 0) {
      next = static_cast<std::uint32_t>(values_.size());
      values_.push_back(-1);
      link(node, letters[i], next);
    }
    node = next;
  }
  values_[node] = value;
}

std::int32_t WordTrie::value_of(std::string_view word) const {
  const std::string letters = without_blanks(word);
  std::uint32_t node = 0;
  for (std::size_t i = letters.size(); i-- > 0;) {
    node = step(node, letters[i]);
    if (node == 0) return -1;
  }
  return values_[node];
}

WordTrie::Match WordTrie::longest_before(std::string_view text, std::size_t floor,
                                         std::size_t end) const {
  Match found;
  const bool latin_end = end < text.size() && end > floor && is_letter(text[end - 1]) &&
                         is_letter(text[end]);
  if (latin_end) return found;
  std::uint32_t node = 0;
  for (std::size_t at = end; at > floor;) {
    if (const std::size_t blank = blank_before(text, floor, at); blank != 0 && at != end) {
      at -= blank;
      continue;
    }
    node = step(node, small(text[--at]));
    if (node == 0) break;
    const bool whole = !is_letter(text[at]) || at == floor || !is_letter(text[at - 1]);
    if (values_[node] >= 0 && whole) found = {values_[node], at};
  }
  return found;
}

}  // namespace gongkai
