#include "texts/text_tokens.h"

#include <algorithm>

#include "diagnostics/utf8.h"
#include "model/folding.h"

namespace gongkai {
namespace {

// Shorter pieces of a phrase would tear up texts that merely use the same word.
constexpr std::size_t least_phrase = 6;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_kept(char32_t c) { return c >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z'); }

std::size_t end_of(std::string_view text, std::size_t from, std::string_view mark) {
  const std::size_t at = text.find(mark, from);
  return at == text.npos ? text.npos : at + mark.size();
}

std::vector<TextToken> plain_tokens(std::string_view text) {
  std::vector<TextToken> tokens;
  tokens.reserve(text.size() / 2);
  const auto add_figure = [&](std::size_t begin, std::size_t end) {
    if (!tokens.empty() && tokens.back().value == figure_token) {
      tokens.back().end = static_cast<std::uint32_t>(end);
    } else {
      tokens.push_back({figure_token, static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end)});
    }
  };
  for (std::size_t i = 0; i < text.size();) {
    // Most of a Chinese text: characters of three bytes that folding leaves as they are.
    if (text[i] >= '\xE5' && text[i] <= '\xE9' && i + 2 < text.size()) {
      const char32_t c = (text[i] & 0x0FU) << 12 | (text[i + 1] & 0x3FU) << 6 | (text[i + 2] & 0x3FU);
      tokens.push_back({c, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 3)});
      i += 3;
      continue;
    }
    if (text[i] == '{' || text[i] == '<') {
      const std::string_view rest = text.substr(i);
      const bool figure = rest.starts_with("{{");
      const std::size_t end = figure                     ? end_of(text, i, "}}")
                              : rest.starts_with("<!--") ? end_of(text, i, "-->")
                                                         : text.npos;
      if (end != text.npos) {
        if (figure) add_figure(i, end);
        i = end;
        continue;
      }
    }
    const CodePoint read = decode_utf8(text, i);
    const char32_t c = fold_character(read.value);
    if (is_digit(c)) {
      add_figure(i, i + read.length);
    } else if (c != 0 && is_kept(c)) {
      tokens.push_back({c, static_cast<std::uint32_t>(i),
                        static_cast<std::uint32_t>(i + read.length)});
    }
    i += read.length;
  }
  return tokens;
}

std::u32string values_of(std::string_view text) {
  std::u32string values;
  for (const TextToken& token : plain_tokens(text)) values += token.value;
  return values;
}

bool stands_at(const std::vector<TextToken>& tokens, std::size_t at, const std::u32string& phrase) {
  if (tokens.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (tokens[at + i].value != phrase[i]) return false;
  }
  return true;
}

// The longest of the phrases that stands at a token; 0 where none does.
std::size_t longest_at(const std::vector<TextToken>& tokens, std::size_t at,
                       const std::vector<std::u32string>& phrases) {
  std::size_t longest = 0;
  for (const std::u32string& phrase : phrases) {
    if (phrase.size() > longest && stands_at(tokens, at, phrase)) longest = phrase.size();
  }
  return longest;
}

std::size_t low_byte(char32_t c) { return c & 0xFF; }

}  // namespace

CommonPhrases::CommonPhrases(const Form& form) {
  const auto add = [&](std::string_view phrase) {
    constexpr std::string_view gap = "…";
    while (!phrase.empty()) {
      const std::size_t at = std::min(phrase.find(gap), phrase.size());
      std::u32string piece = values_of(phrase.substr(0, at));
      if (piece.size() >= least_phrase) {
        first_.set(low_byte(piece[0]));
        phrases_.push_back(std::move(piece));
      }
      phrase.remove_prefix(std::min(at + gap.size(), phrase.size()));
    }
  };
  for (const std::string& phrase : form.common_phrases) add(phrase);
  for (const Section& section : form.sections) {
    for (const SectionContent& content : section.contains) add(content.sentence);
  }
}

std::vector<TextToken> tokens_of(std::string_view text, const CommonPhrases& phrases,
                                 const std::vector<std::string>& agency_names) {
  std::vector<TextToken> tokens = plain_tokens(text);
  std::vector<std::u32string> names;
  std::bitset<256> first = phrases.first_;
  for (const std::string& name : agency_names) {
    names.push_back(values_of(name));
    if (!names.back().empty()) first.set(low_byte(names.back()[0]));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t length = 0;
    char32_t value = 0;
    if (first.test(low_byte(tokens[i].value))) {
      length = longest_at(tokens, i, phrases.phrases_);
      value = break_token;
      if (length == 0) {
        length = longest_at(tokens, i, names);
        value = agency_token;
      }
    }
    TextToken token = tokens[i];
    if (length > 0) token = {value, tokens[i].begin, tokens[i + length - 1].end};
    tokens[kept++] = token;
    i += std::max<std::size_t>(length, 1);
  }
  tokens.resize(kept);
  return tokens;
}

}  // namespace gongkai
