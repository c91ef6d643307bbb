#include "theme/template.h"

#include <algorithm>
#include <optional>

#include "diagnostics/codes/theme.h"

namespace gongkai {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

struct Tag {
  std::size_t begin = 0, end = 0;  // with the braces
  char sign = 0;                   // # ^ / > & ! { or 0 for a plain variable
  std::string_view name;
};

class Parser {
 public:
  Parser(Position start, std::string_view text, Diagnostics& diagnostics)
      : start_(std::move(start)), text_(text), diagnostics_(diagnostics) {
    levels_.emplace_back();
  }

  std::vector<TemplateNode> parse() {
    while (std::optional<Tag> tag = next_tag()) take(*tag);
    add_text(at_, text_.size());
    while (levels_.size() > 1) close_unclosed();
    return std::move(levels_.front().inside);
  }

 private:
  std::optional<Tag> next_tag() {
    for (std::size_t from = at_;;) {
      Tag tag;
      tag.begin = text_.find("{{", from);
      if (tag.begin == std::string_view::npos) return std::nullopt;
      std::size_t name = tag.begin + 2;
      if (name < text_.size()) tag.sign = text_[name];
      const bool raw = tag.sign == '{';
      const std::string_view closing = raw ? "}}}" : "}}";
      std::size_t close = text_.find(closing, name);
      const bool one_line = close != std::string_view::npos &&
                            text_.substr(name, close - name).find('\n') == std::string_view::npos;
      if (close == std::string_view::npos || (!one_line && tag.sign != '!')) {
        diagnostics_.add(codes::unclosed_tag, position(tag.begin, 2), {std::string(closing)});
        from = name;
        continue;
      }
      if (std::string_view("#^/>&!{").find(tag.sign) == std::string_view::npos) {
        tag.sign = 0;
      } else {
        ++name;
      }
      tag.end = close + closing.size();
      tag.name = trimmed(text_.substr(name, close - name));
      return tag;
    }
  }

  void take(const Tag& tag) {
    const bool variable = tag.sign == 0 || tag.sign == '&' || tag.sign == '{';
    const bool alone = !variable && stands_alone(tag);
    std::size_t line_begin = tag.begin;
    std::size_t next = tag.end;
    if (alone) {
      line_begin = line_start(tag.begin);
      std::size_t line_end = text_.find('\n', tag.end);
      next = line_end == std::string_view::npos ? text_.size() : line_end + 1;
    }
    add_text(at_, line_begin);
    at_ = next;
    if (tag.sign == '!') return;
    if (!valid_name(tag.name)) {
      diagnostics_.add(codes::unknown_tag,
                       position(tag.begin, static_cast<std::uint32_t>(tag.end - tag.begin)),
                       {std::string(text_.substr(tag.begin, tag.end - tag.begin))});
      return;
    }
    using Kind = TemplateNode::Kind;
    TemplateNode node{Kind::variable, std::string(tag.name), name_position(tag), alone, {}};
    switch (tag.sign) {
      case '#':
      case '^':
        node.kind = tag.sign == '#' ? Kind::section : Kind::inverted_section;
        levels_.push_back(std::move(node));
        return;
      case '/':
        close(node);
        return;
      case '>':
        node.kind = Kind::partial;
        break;
      case '&':
      case '{':
        node.kind = Kind::raw_variable;
        break;
      default:
        break;
    }
    levels_.back().inside.push_back(std::move(node));
  }

  void close(const TemplateNode& closing) {
    auto open = std::find_if(levels_.rbegin(), levels_.rend() - 1,
                             [&](const TemplateNode& level) { return level.text == closing.text; });
    if (open == levels_.rend() - 1) {
      Diagnostic& diagnostic =
          diagnostics_.add(codes::unopened_section, closing.position, {closing.text});
      if (levels_.size() > 1) {
        diagnostic.notes.push_back({&notes::section_open_here, levels_.back().position, {}});
      }
      return;
    }
    while (levels_.back().text != closing.text) close_unclosed();
    fold();
  }

  void close_unclosed() {
    diagnostics_.add(codes::unclosed_section, levels_.back().position, {levels_.back().text});
    fold();
  }

  void fold() {
    TemplateNode done = std::move(levels_.back());
    levels_.pop_back();
    levels_.back().inside.push_back(std::move(done));
  }

  // Leaves out indentation, blanks at line ends and empty lines.
  void add_text(std::size_t begin, std::size_t end) {
    std::string kept;
    bool line_begins = begin == 0 ? start_.mark.column <= 1 : text_[begin - 1] == '\n';
    while (begin < end) {
      std::size_t newline = std::min(text_.find('\n', begin), end);
      std::string_view line = text_.substr(begin, newline - begin);
      if (line_begins) line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
      const bool whole = newline < end;
      if (whole) line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
      kept += line;
      if (whole && !(line_begins && line.empty())) kept += '\n';
      line_begins = whole;
      begin = newline + 1;
    }
    if (!kept.empty()) {
      levels_.back().inside.push_back({TemplateNode::Kind::text, std::move(kept), {}, false, {}});
    }
  }

  bool stands_alone(const Tag& tag) const {
    std::size_t begin = line_start(tag.begin);
    std::size_t end = std::min(text_.find('\n', tag.end), text_.size());
    return trimmed(text_.substr(begin, tag.begin - begin)).empty() &&
           trimmed(text_.substr(tag.end, end - tag.end)).empty() &&
           (begin > 0 || start_.mark.column <= 1);
  }

  std::size_t line_start(std::size_t at) const {
    if (at == 0) return 0;
    std::size_t newline = text_.rfind('\n', at - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
  }

  static bool valid_name(std::string_view name) {
    auto valid = [](unsigned char c) {
      return c == '.' || c == '_' || c == '-' || c == '/' || c >= 0x80 || (c >= '0' && c <= '9') ||
             (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), valid);
  }

  Position name_position(const Tag& tag) const {
    return position(static_cast<std::size_t>(tag.name.data() - text_.data()),
                    static_cast<std::uint32_t>(tag.name.size()));
  }

  Position position(std::size_t at, std::uint32_t length) const {
    auto lines = static_cast<std::uint32_t>(std::count(text_.begin(), text_.begin() + at, '\n'));
    auto column = static_cast<std::uint32_t>(at - line_start(at));
    const std::uint32_t first = lines == 0 ? start_.mark.column : 1;
    return {start_.file, {start_.mark.line + lines, first + column}, length};
  }

  Position start_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::vector<TemplateNode> levels_;  // the page and every section that is open
};

}  // namespace

std::vector<TemplateNode> parse_template(const std::string& file, std::string_view text,
                                         Diagnostics& diagnostics) {
  return Parser({file, {1, 1}, 0}, text, diagnostics).parse();
}

std::vector<TemplateNode> parse_template_line(const Position& start, std::string_view text,
                                              Diagnostics& diagnostics) {
  return Parser(start, text, diagnostics).parse();
}

}  // namespace gongkai
