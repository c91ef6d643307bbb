#include "search/cutting.h"

#include <array>
#include <map>

#include "diagnostics/utf8.h"
#include "embedded/gongkai_search.h"

namespace gongkai {

namespace {

constexpr std::uint32_t block_size = 1024;
constexpr TermKey word_mark = TermKey{1} << 63;
constexpr std::size_t longest_short_word = 7;

enum class Class : unsigned char { other, pair, word };

std::map<char32_t, char32_t> read_traditional() {
  std::map<char32_t, char32_t> simplified;
  for (const EmbeddedFile& file : search_tables::files()) {
    std::string_view text = file.bytes;
    while (!text.empty()) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      if (line.empty() || line.front() == '#') continue;
      const std::u32string characters = to_code_points(line);
      for (const char32_t c : std::u32string_view(characters).substr(1)) {
        simplified.emplace(c, characters[0]);
      }
    }
  }
  return simplified;
}

const std::map<char32_t, char32_t>& traditional() {
  static const std::map<char32_t, char32_t> table = read_traditional();
  return table;
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

char32_t fold_slowly(char32_t c) {
  if (in(c, 0xff01, 0xff5e)) c -= 0xfee0;
  if (c == 0x3000) return ' ';
  if (in(c, 'A', 'Z') || (in(c, 0xc0, 0xde) && c != 0xd7)) return c + 32;
  if (in(c, 0x391, 0x3a9) || in(c, 0x410, 0x42f)) return c + 32;
  const auto found = traditional().find(c);
  return found == traditional().end() ? c : found->second;
}

Class class_slowly(char32_t c) {
  if (in(c, '0', '9') || in(c, 'a', 'z') || (in(c, 0xdf, 0x24f) && c != 0xf7)) return Class::word;
  if (in(c, 0x370, 0x52f)) return Class::word;
  const bool pair = c == 0x3005 || c == 0x3007 || (in(c, 0x3041, 0x30fe) && c != 0x30fb) ||
                    in(c, 0x3400, 0x4dbf) || in(c, 0x4e00, 0x9fff) || in(c, 0xac00, 0xd7a3) ||
                    in(c, 0xf900, 0xfaff) || in(c, 0x20000, 0x3ffff);
  return pair ? Class::pair : Class::other;
}

/// The first plane, looked up once for all.
struct Plane {
  Plane() {
    for (char32_t c = 0; c < 0x10000; ++c) {
      fold[c] = static_cast<char16_t>(fold_slowly(c));
      classes[c] = class_slowly(fold[c]);
    }
  }
  std::array<char16_t, 0x10000> fold;
  std::array<Class, 0x10000> classes;  ///< of the folded code point
};

const Plane& plane() {
  static const Plane it;
  return it;
}

Class class_of(char32_t c) { return c < 0x10000 ? plane().classes[c] : class_slowly(c); }

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Whether the comma at `at` stands between thousands.
bool is_thousands_comma(std::string_view text, std::size_t at) {
  return text[at] == ',' && at > 0 && is_digit(text, at - 1) && is_digit(text, at + 1) &&
         is_digit(text, at + 2) && is_digit(text, at + 3) && !is_digit(text, at + 4);
}

bool is_decimal_point(std::string_view text, std::size_t at) {
  return text[at] == '.' && at > 0 && is_digit(text, at - 1) && is_digit(text, at + 1);
}

class Cutter {
 public:
  Cutter(std::string_view text, Terms& terms) : text_(text), terms_(terms) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const CodePoint code_point = decode_utf8(text_, at);
      take(code_point.value, at);
      at += code_point.length;
    }
    end_word();
  }

 private:
  void take(char32_t c, std::size_t at) {
    const Class kind = class_of(c);
    if (kind == Class::pair) {
      end_word();
      const char32_t now = folded(c);
      if (before_ != 0) terms_.keys.push_back(pair_key(before_, now));
      before_ = now;
      return;
    }
    before_ = 0;
    if (kind == Class::word) {
      append_utf8(word_, folded(c));
    } else if (is_decimal_point(text_, at)) {
      word_ += '.';
    } else if (!is_thousands_comma(text_, at)) {
      end_word();
    }
  }

  void end_word() {
    if (word_.empty()) return;
    if (word_.size() > longest_short_word) {
      terms_.long_words.push_back(word_);
    } else {
      TermKey key = word_mark | (TermKey{word_.size()} << 56);
      for (std::size_t i = 0; i < word_.size(); ++i) {
        key |= TermKey{static_cast<unsigned char>(word_[i])} << (8 * i);
      }
      terms_.keys.push_back(key);
    }
    word_.clear();
  }

  std::string_view text_;
  Terms& terms_;
  std::string word_;
  char32_t before_ = 0;  ///< the character before in a run of pairs
};

}  // namespace

char32_t folded(char32_t code_point) {
  return code_point < 0x10000 ? plane().fold[code_point] : code_point;
}

std::string traditional_pairs(std::uint32_t block) {
  std::string pairs;
  for (auto it = traditional().lower_bound(block * block_size);
       it != traditional().end() && it->first / block_size == block; ++it) {
    append_utf8(pairs, it->first);
    append_utf8(pairs, it->second);
  }
  return pairs;
}

std::vector<std::uint32_t> traditional_blocks() {
  std::vector<std::uint32_t> blocks;
  for (const auto& [from, to] : traditional()) {
    const std::uint32_t block = from / block_size;
    if (blocks.empty() || blocks.back() != block) blocks.push_back(block);
  }
  return blocks;
}

TermKey pair_key(char32_t first, char32_t second) { return TermKey{first} << 21 | second; }

std::string term_text(TermKey key) {
  std::string text;
  if ((key & word_mark) == 0) {
    append_utf8(text, static_cast<char32_t>(key >> 21));
    append_utf8(text, static_cast<char32_t>(key & 0x1fffff));
    return text;
  }
  for (std::size_t i = 0; i < (key >> 56 & 7); ++i) text += static_cast<char>(key >> (8 * i));
  return text;
}

void Terms::clear() {
  keys.clear();
  long_words.clear();
}

void cut(std::string_view text, Terms& terms) { Cutter(text, terms).run(); }

std::uint32_t term_hash(std::string_view term) {
  std::uint32_t hash = 0;
  for (std::size_t at = 0; at < term.size();) {
    const CodePoint code_point = decode_utf8(term, at);
    hash = hash * 31 + code_point.value;
    at += code_point.length;
  }
  // Neighbouring characters would else share a shard.
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6d;
  hash ^= hash >> 12;
  return hash;
}

}  // namespace gongkai
