#include "search/passage.h"

#include <algorithm>
#include <set>

#include "diagnostics/utf8.h"

namespace gongkai {

namespace {

/// A reference takes four bytes, so sharing a shorter piece would save nothing.
constexpr std::size_t shortest_shared_piece = 5;

bool is_reference(char32_t c) {
  return c >= shared_piece_base && c < shared_piece_base + most_shared_pieces;
}

/// The bytes of references begin with this one; so do other rare code points.
bool may_hold_reference(std::string_view text) {
  return text.find('\xf3') != std::string_view::npos;
}

void append_own(std::string& out, std::string_view piece) {
  if (!may_hold_reference(piece)) {
    out += piece;
    return;
  }
  for (std::size_t at = 0; at < piece.size();) {
    const CodePoint c = decode_utf8(piece, at);
    if (!is_reference(c.value)) append_utf8(out, c.value);
    at += c.length;
  }
}

/// Whether nothing can join a term across the end of `text`.
bool is_bounded(std::string_view text) {
  return text.empty() || text.back() == '\t' || text.back() == ' ';
}

bool begins_bounded(std::string_view text) {
  return text.empty() || text.front() == '\t' || text.front() == ' ';
}

/// A set of terms that empties in no time: a page has thousands.
class TermSet {
 public:
  void add(TermKey key, Place place) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = find(key);
    if (slot == 0) {
      entries_.emplace_back(key, place);
      slot = static_cast<std::uint32_t>(entries_.size());
    } else {
      entries_[slot - 1].second |= place;
    }
  }
  std::vector<std::pair<TermKey, Place>> take() { return std::move(entries_); }

 private:
  std::uint32_t& find(TermKey key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9e3779b97f4a7c15u) >> 32 & mask;
    while (slots_[at] != 0 && entries_[slots_[at] - 1].first != key) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow() {
    slots_.assign(std::max<std::size_t>(4096, 2 * slots_.size()), 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      find(entries_[i].first) = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::pair<TermKey, Place>> entries_;
  std::vector<std::uint32_t> slots_;  ///< number of the entry + 1
};

class TermCollector {
 public:
  explicit TermCollector(const SharedPieces& shared)
      : shared_(shared), seen_(shared.pieces().size()) {}

  void add_line(std::string_view line, Place place) {
    if (!may_hold_reference(line)) return add_text(line, place);
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint c = decode_utf8(line, at);
      const std::string_view rest = line.substr(at + c.length);
      if (!is_reference(c.value)) {
        text.append(line, at, c.length);
      } else {
        const std::size_t number = c.value - shared_piece_base;
        const std::string& piece = shared_.pieces()[number];
        if (is_bounded(text) && (begins_bounded(rest) || is_bounded(piece))) {
          add_shared(number, place);
        } else {
          text += piece;
        }
      }
      at += c.length;
    }
    add_text(text, place);
  }

  PageTerms take() {
    terms_.keys = keys_.take();
    return std::move(terms_);
  }

 private:
  void add_shared(std::size_t number, Place place) {
    const unsigned bit = 1u << place;
    if ((seen_[number] & bit) != 0) return;
    seen_[number] |= static_cast<unsigned char>(bit);
    add(shared_.terms(number), place);
  }
  void add_text(std::string_view text, Place place) {
    scratch_.clear();
    cut(text, scratch_);
    add(scratch_, place);
  }
  void add(const Terms& terms, Place place) {
    for (const TermKey key : terms.keys) keys_.add(key, place);
    for (const std::string& word : terms.long_words) terms_.long_words[word] |= place;
  }

  const SharedPieces& shared_;
  std::vector<unsigned char> seen_;  ///< by number: bit 1 << place
  TermSet keys_;
  PageTerms terms_;
  Terms scratch_;
};

}  // namespace

void SharedPieces::add(const std::vector<std::vector<VisibleBlock>>& pages) {
  std::map<std::string_view, std::size_t> counts;
  std::vector<std::string_view> order;
  for (const std::vector<VisibleBlock>& page : pages) {
    std::set<std::string_view> of_page;
    for (const VisibleBlock& block : page) {
      for (const std::string& piece : block.pieces) {
        if (piece.size() < shortest_shared_piece || !of_page.insert(piece).second) continue;
        if (++counts[piece] == 1) order.push_back(piece);
      }
    }
  }
  const std::size_t enough = std::max<std::size_t>(2, (pages.size() + 1) / 2);
  for (const std::string_view piece : order) {
    if (counts[piece] < enough || pieces_.size() == most_shared_pieces) continue;
    if (!numbers_.emplace(piece, static_cast<int>(pieces_.size())).second) continue;
    std::string& own = pieces_.emplace_back();
    append_own(own, piece);
    cut(own, terms_.emplace_back());
  }
}

int SharedPieces::find(std::string_view piece) const {
  const auto found = numbers_.find(piece);
  return found == numbers_.end() ? -1 : found->second;
}

Passage make_passage(const std::vector<VisibleBlock>& page, const SharedPieces& shared) {
  Passage passage;
  for (const VisibleBlock& block : page) {
    const bool is_title = block.kind == VisibleBlock::Kind::title && passage.title.empty();
    if (is_title) {
      for (const std::string& piece : block.pieces) append_own(passage.title, piece);
      continue;
    }
    if (!passage.text.empty()) passage.text += '\n';
    if (block.kind != VisibleBlock::Kind::text) passage.text += '\t';
    for (const std::string& piece : block.pieces) {
      const int number = shared.find(piece);
      if (number < 0) {
        append_own(passage.text, piece);
      } else {
        append_utf8(passage.text, shared_piece_base + static_cast<char32_t>(number));
      }
    }
  }
  return passage;
}

PageTerms terms_of(const Passage& passage, const SharedPieces& shared) {
  TermCollector terms(shared);
  terms.add_line(passage.title, in_title);
  std::string_view text = passage.text;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool heading = line.starts_with('\t');
    terms.add_line(line.substr(heading ? 1 : 0), heading ? in_heading : in_text);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return terms.take();
}

}  // namespace gongkai
