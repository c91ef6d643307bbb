#include "texts/prose.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

constexpr auto begins_markup = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\n`*_~!]<h\\")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Walks over a copy of the source and overwrites what is no prose.
class Blanking {
 public:
  explicit Blanking(std::string_view source) : source_(source), out_(source) {}

  std::string run() {
    std::size_t at = 0;
    while (at < source_.size()) {
      if (at == 0 || source_[at - 1] == '\n') {
        const std::size_t fence = fenced(at);
        if (fence > at) {
          at = fence;
          continue;
        }
      }
      while (at < source_.size() && !begins_markup[static_cast<unsigned char>(source_[at])]) ++at;
      if (at < source_.size()) at = next(at);
    }
    return std::move(out_);
  }

 private:
  // Handles the character that may begin something and returns where to go on.
  std::size_t next(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    switch (rest[0]) {
      case '`': return code_span(at);
      case '<': return tag(at);
      case '!': return rest.starts_with("![") ? image(at) : at + 1;
      case ']': return rest.starts_with("](") ? destination(at) : at + 1;
      case 'h': return bare_address(at);
      case '\\': return blank(at, at + 1, ' ') + (rest.size() > 1 ? 1 : 0);
      case '\n': return at + 1;
      default: return blank(at, at + 1, ' ');  // emphasis
    }
  }

  std::size_t blank(std::size_t begin, std::size_t end, char with) {
    end = std::min(end, out_.size());
    for (std::size_t i = begin; i < end; ++i) {
      if (out_[i] != '\n') out_[i] = with;
    }
    return end;
  }

  // The end of the fenced code that begins on the line at `at`; `at` where none does.
  std::size_t fenced(std::size_t at) {
    const std::size_t mark = source_.find_first_not_of(" \t", at);
    if (mark == std::string_view::npos) return at;
    const std::string_view rest = source_.substr(mark);
    if (!rest.starts_with("```") && !rest.starts_with("~~~")) return at;
    const std::string closing = "\n" + std::string(3, rest[0]);
    const std::size_t close = source_.find(closing, mark);
    if (close == std::string_view::npos) return blank(at, source_.size(), no_prose);
    return blank(at, source_.find('\n', close + 1), no_prose);
  }

  std::size_t code_span(std::size_t at) {
    const std::size_t inner = std::min(source_.find_first_not_of('`', at), source_.size());
    const std::string_view ticks = source_.substr(at, inner - at);
    const std::size_t close = source_.find(ticks, inner);
    if (close == std::string_view::npos) return inner;
    const std::string_view code = source_.substr(inner, close - inner);
    if (code.find("\n\n") != std::string_view::npos) return inner;
    return blank(at, close + ticks.size(), no_prose);
  }

  std::size_t tag(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = comments_end_ ? source_.find("-->", at) : std::string_view::npos;
      comments_end_ = close != std::string_view::npos;
      return comments_end_ ? blank(at, close + 3, no_prose) : at + 1;
    }
    const char second = rest.size() > 1 ? rest[1] : ' ';
    const bool may_begin = second == '/' || (second >= 'a' && second <= 'z') ||
                           (second >= 'A' && second <= 'Z');
    const std::size_t close = rest.substr(0, longest_).find_first_of(">\n");
    if (!may_begin || close == std::string_view::npos || rest[close] == '\n') return at + 1;
    return blank(at, at + close + 1, no_prose);
  }

  std::size_t image(std::size_t at) {
    const std::size_t close = source_.substr(at, longest_).find_first_of("]\n");
    if (close == std::string_view::npos || source_[at + close] == '\n') return at + 1;
    return blank(at, destination(at + close), no_prose);
  }

  // The destination of a link, from its `](`.
  std::size_t destination(std::size_t at) {
    if (!source_.substr(at).starts_with("](")) return at + 1;
    const std::size_t close = source_.substr(at, longest_).find_first_of(")\n");
    if (close == std::string_view::npos || source_[at + close] == '\n') return at + 1;
    return blank(at, at + close + 1, ' ');
  }

  std::size_t bare_address(std::size_t at) {
    const std::string_view rest = source_.substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return at + 1;
    const auto end = std::find_if(rest.begin(), rest.end(), [](unsigned char c) {
      return c <= 0x20 || c >= 0x80 || c == '<' || c == ')';
    });
    return blank(at, at + static_cast<std::size_t>(end - rest.begin()), no_prose);
  }

  static constexpr std::size_t longest_ = 500;  // of a tag or a destination, in bytes

  std::string_view source_;
  std::string out_;
  bool comments_end_ = true;  // a comment that begins here may end
};

}  // namespace

std::string prose_of(std::string_view markdown) { return Blanking(markdown).run(); }

}  // namespace gongkai
