#include "load/plain_yaml.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr int max_depth = 16;
constexpr std::size_t max_entries = 200;

// Thrown nowhere else and caught below: most of the reader is easier to follow when a decline needs
// no return path of its own. It costs only files that the library has to read anyway.
struct Declined {};

bool is_null_word(std::string_view word) {
  return word == "~" || word == "null" || word == "Null" || word == "NULL";
}

// Bytes with which a plain text may begin, whatever comes after. A minus only before a digit.
bool begins_plain(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (c == '-') return text.size() > 1 && text[1] >= '0' && text[1] <= '9';
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         c == '_' || c == '.' || c == '(' || c == '/' || c == '~';
}

/// One line with something on it. Columns count from 0 here.
struct Line {
  std::string_view text;  ///< without comment and blanks behind
  std::uint32_t number;   ///< from 1
  std::size_t indent;
};

class Reader {
 public:
  explicit Reader(std::string_view text) { split(text); }

  YamlNode read() {
    if (lines_.empty() || lines_[0].indent != 0) throw Declined();
    YamlNode root = read_block_map(0, 0);
    if (at_ != lines_.size()) throw Declined();
    return root;
  }

 private:
  // Cuts the text into lines. A `#` begins a comment at the start of a line or after a blank; one
  // inside quotes would need more care than it is worth.
  void split(std::string_view text) {
    std::uint32_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view line = text.substr(begin, end - begin);
      begin = end + 1;
      const std::size_t indent = line.find_first_not_of(' ');
      if (indent == std::string_view::npos || line[indent] == '#') continue;
      if (const std::size_t hash = line.find('#'); hash != std::string_view::npos) {
        if (line[hash - 1] != ' ' || line.find_first_of("\"'") != std::string_view::npos) {
          throw Declined();
        }
        line = line.substr(0, hash);
      }
      line = line.substr(0, line.find_last_not_of(' ') + 1);
      if (indent == 0 && (line.starts_with("---") || line.starts_with("..."))) throw Declined();
      lines_.push_back({line, number, indent});
    }
  }

  Mark mark(const Line& line, std::size_t column) const {
    return {line.number, static_cast<std::uint32_t>(column + 1)};
  }

  YamlNode read_block_map(std::size_t indent, int depth) {
    if (depth > max_depth) throw Declined();
    YamlNode map;
    map.kind = YamlNode::Kind::map;
    map.mark = mark(lines_[at_], indent);
    while (at_ < lines_.size() && lines_[at_].indent == indent) {
      const Line& line = lines_[at_];
      std::size_t column = indent;
      YamlNode::Entry entry;
      entry.mark = mark(line, column);
      entry.key = read_key(line.text, column);
      add_key(map, entry.key);
      ++at_;
      entry.value = column == line.text.size() ? read_below(entry.mark, indent, depth)
                                               : read_value(line, column, indent, depth);
      map.entries.push_back(std::move(entry));
    }
    if (at_ < lines_.size() && lines_[at_].indent > indent) throw Declined();
    return map;
  }

  YamlNode read_block_list(std::size_t indent, int depth) {
    if (depth > max_depth) throw Declined();
    YamlNode list;
    list.kind = YamlNode::Kind::list;
    list.mark = mark(lines_[at_], indent);
    while (at_ < lines_.size() && lines_[at_].indent == indent) {
      const Line& line = lines_[at_];
      if (!line.text.substr(indent).starts_with("- ")) throw Declined();
      const std::size_t column = line.text.find_first_not_of(' ', indent + 1);
      // `- key: value` and `- - item` are for the library.
      if (column == std::string_view::npos) throw Declined();
      ++at_;
      list.items.push_back(read_value(line, column, indent, depth));
    }
    if (at_ < lines_.size() && lines_[at_].indent > indent) throw Declined();
    return list;
  }

  // What follows a key with nothing behind it: a deeper block, or nothing.
  YamlNode read_below(Mark key_mark, std::size_t indent, int depth) {
    if (at_ < lines_.size() && lines_[at_].indent > indent) {
      const Line& first = lines_[at_];
      const bool is_list = first.text.substr(first.indent).starts_with("- ");
      return is_list ? read_block_list(first.indent, depth + 1)
                     : read_block_map(first.indent, depth + 1);
    }
    if (at_ < lines_.size()) {
      // A list may stand right below its key; and where the next word looks like a null the mark
      // of this one is another.
      const char next = lines_[at_].text[lines_[at_].indent];
      if (next == '-' || next == '~' || next == 'n' || next == 'N') throw Declined();
    }
    YamlNode absent;
    absent.mark = key_mark;
    return absent;
  }

  // A value on the line of its key or dash. Nothing may follow it, on this line or below.
  YamlNode read_value(const Line& line, std::size_t column, std::size_t indent, int depth) {
    YamlNode value = line.text[column] == '[' || line.text[column] == '{' ||
                             line.text[column] == '"' || line.text[column] == '\''
                         ? read_flow(line, column, depth + 1)
                         : read_rest_of_line(line, column);
    if (column != line.text.size()) throw Declined();
    if (at_ < lines_.size() && lines_[at_].indent > indent) throw Declined();
    return value;
  }

  YamlNode read_rest_of_line(const Line& line, std::size_t& column) {
    const std::string_view text = line.text.substr(column);
    if (!begins_plain(text) || text.ends_with(':') || text.find(": ") != std::string_view::npos) {
      throw Declined();
    }
    YamlNode value = scalar(text, mark(line, column));
    column = line.text.size();
    return value;
  }

  // A value in brackets, in quotes or plain, as it may stand inside brackets.
  YamlNode read_flow(const Line& line, std::size_t& column, int depth) {
    if (depth > max_depth || column >= line.text.size()) throw Declined();
    switch (line.text[column]) {
      case '[': return read_flow_list(line, column, depth);
      case '{': return read_flow_map(line, column, depth);
      case '"':
      case '\'': return read_quoted(line, column);
      default: break;
    }
    const std::size_t end = std::min(line.text.find_first_of(",[]{}", column), line.text.size());
    std::string_view text = line.text.substr(column, end - column);
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    if (text.empty() || !begins_plain(text) || text.find_first_of(":\"'#?&*!|>%@`") !=
                                                   std::string_view::npos) {
      throw Declined();
    }
    YamlNode value = scalar(text, mark(line, column));
    column = end;
    return value;
  }

  YamlNode read_flow_list(const Line& line, std::size_t& column, int depth) {
    YamlNode list;
    list.kind = YamlNode::Kind::list;
    list.flow = true;
    list.mark = mark(line, column);
    ++column;
    skip_blanks(line, column);
    if (take(line, column, ']')) return list;
    while (true) {
      list.items.push_back(read_flow(line, column, depth + 1));
      if (ends(line, column, ']')) return list;
    }
  }

  YamlNode read_flow_map(const Line& line, std::size_t& column, int depth) {
    YamlNode map;
    map.kind = YamlNode::Kind::map;
    map.flow = true;
    map.mark = mark(line, column);
    ++column;
    skip_blanks(line, column);
    if (take(line, column, '}')) return map;
    while (true) {
      YamlNode::Entry entry;
      entry.mark = mark(line, column);
      entry.key = read_key(line.text, column);
      add_key(map, entry.key);
      entry.value = read_flow(line, column, depth + 1);
      map.entries.push_back(std::move(entry));
      if (ends(line, column, '}')) return map;
    }
  }

  // After an item: true at the closing bracket, which is taken; else a comma and the next item.
  bool ends(const Line& line, std::size_t& column, char bracket) {
    skip_blanks(line, column);
    if (take(line, column, bracket)) return true;
    if (!take(line, column, ',')) throw Declined();
    skip_blanks(line, column);
    if (column >= line.text.size() || line.text[column] == bracket) throw Declined();
    return false;
  }

  static bool take(const Line& line, std::size_t& column, char c) {
    if (column >= line.text.size() || line.text[column] != c) return false;
    ++column;
    return true;
  }

  static void skip_blanks(const Line& line, std::size_t& column) {
    while (column < line.text.size() && line.text[column] == ' ') ++column;
  }

  YamlNode read_quoted(const Line& line, std::size_t& column) {
    const char quote = line.text[column];
    const std::size_t end = line.text.find(quote, column + 1);
    if (end == std::string_view::npos) throw Declined();
    const std::string_view text = line.text.substr(column + 1, end - column - 1);
    const bool doubled = end + 1 < line.text.size() && line.text[end + 1] == quote;
    if (doubled || (quote == '"' && text.find('\\') != std::string_view::npos)) throw Declined();
    YamlNode value;
    value.kind = YamlNode::Kind::scalar;
    value.text = text;
    value.quoted = true;
    value.mark = mark(line, column);
    column = end + 1;
    skip_blanks(line, column);
    return value;
  }

  // A key of letters, digits and a few marks, with its colon; `column` is left at the value.
  static std::string read_key(std::string_view text, std::size_t& column) {
    const std::size_t begin = column;
    if (begin >= text.size() || !begins_plain(text.substr(begin))) throw Declined();
    const std::size_t colon = text.find(':', begin);
    if (colon == std::string_view::npos) throw Declined();
    const std::string_view key = text.substr(begin, colon - begin);
    if (key.find_first_of(" \"'#?&*!|>%@`,[]{}") != std::string_view::npos || is_null_word(key)) {
      throw Declined();
    }
    column = colon + 1;
    if (column < text.size()) {
      if (text[column] != ' ') throw Declined();
      column = std::min(text.find_first_not_of(' ', column), text.size());
    }
    return std::string(key);
  }

  // A key that is given twice is a mistake, which the library's reader words.
  static void add_key(const YamlNode& map, const std::string& key) {
    if (map.entries.size() >= max_entries) throw Declined();
    for (const YamlNode::Entry& entry : map.entries) {
      if (entry.key == key) throw Declined();
    }
  }

  static YamlNode scalar(std::string_view text, Mark where) {
    YamlNode value;
    value.mark = where;
    if (is_null_word(text)) return value;
    value.kind = YamlNode::Kind::scalar;
    value.text = text;
    return value;
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<YamlNode> read_plain_yaml(std::string_view text) {
  // Tabs and byte-order marks inside a text are for the library.
  if (text.find('\t') != std::string_view::npos ||
      text.find("\xEF\xBB\xBF") != std::string_view::npos) {
    return {};
  }
  try {
    return Reader(text).read();
  } catch (const Declined&) {
    return {};
  }
}

}  // namespace gongkai
