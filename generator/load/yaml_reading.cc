#include "load/yaml_reading.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "diagnostics/codes/yaml.h"

namespace gongkai {
namespace {

constexpr std::size_t max_depth = 32;

Mark to_mark(const YAML::Mark& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

// Thrown through yaml-cpp to stop it; the diagnostic has been made.
struct Stop {};

// Thrown at a quote that is not closed on its line.
struct UnclosedQuote {
  Mark mark;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  YamlNode take_root() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode node;
    node.mark = to_mark(mark);
    if (!is_written_null(mark)) {
      if (in_flow_list()) report(codes::yaml_empty_item, node.mark);
      node.mark = open_.empty() ? Mark{1, 1} : open_.back().key_mark;
    }
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_anchor(mark);
    YamlNode node;
    node.mark = to_mark(mark);
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.text = value;
    node.quoted = tag == "!";
    if (node.quoted) check_quotes(mark);
    for (char c : value) {
      if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
        report(codes::control_character, to_mark(mark),
               {fmt::format("U+{:04X}", static_cast<unsigned char>(c))});
      }
    }
    node.mark = to_mark(mark);
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(YamlNode::Kind::list, mark, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(YamlNode::Kind::map, mark, style);
  }
  void OnMapEnd() override { close(); }

  // What an author must not use; the rest of the file is read on, to find what else is wrong.
  void report(const Wording& wording, Mark mark, std::vector<std::string> arguments = {}) {
    diagnostics_.add(wording, {source_.file, mark, 0}, std::move(arguments));
  }
  [[noreturn]] void fail(const Wording& wording, Mark mark, std::vector<std::string> arguments = {}) {
    report(wording, mark, std::move(arguments));
    throw Stop();
  }

 private:
  // A list or map that is not closed yet, and in a map the key that waits for its value.
  struct Open {
    YamlNode node;
    bool has_key = false;
    bool is_merge = false;  // the key is `<<`, which has been refused
    std::string key;
    Mark key_mark;
    std::unordered_map<std::string, Mark> keys;
  };

  // Once a file: an alias bomb has hundreds, and the first says it all.
  void report_anchor(const YAML::Mark& mark) {
    if (!anchor_reported_) report(codes::yaml_anchor, to_mark(mark));
    anchor_reported_ = true;
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor) report_anchor(mark);
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") report(codes::yaml_tag, to_mark(mark), {tag});
  }

  // yaml-cpp reports `~` and nothing at all alike; only the text tells them apart.
  bool is_written_null(const YAML::Mark& mark) const {
    const std::string_view rest =
        std::string_view(source_.text).substr(std::min<std::size_t>(
            static_cast<std::size_t>(mark.pos), source_.text.size()));
    for (std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (rest.starts_with(word)) return true;
    }
    return false;
  }

  // yaml-cpp takes a quote that is never closed as a text up to the end of the file, and one that
  // is closed by the next text's opening quote as a text over several lines.
  void check_quotes(const YAML::Mark& mark) {
    const std::string_view text = source_.text;
    const auto begin = static_cast<std::size_t>(mark.pos);
    if (begin >= text.size() || (text[begin] != '"' && text[begin] != '\'')) return;
    const char quote = text[begin];
    for (std::size_t i = begin + 1; i < text.size() && text[i] != '\n'; ++i) {
      if (quote == '"' && text[i] == '\\') {
        ++i;
      } else if (text[i] == quote) {
        if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return;
        ++i;
      }
    }
    throw UnclosedQuote{to_mark(mark)};
  }

  bool in_flow_list() const {
    return !open_.empty() && open_.back().node.is_list() && open_.back().node.flow;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
    if (!open_.empty() && open_.back().node.is_map() && !open_.back().has_key) {
      fail(codes::yaml_key_not_text, to_mark(mark));
    }
    if (open_.size() >= max_depth) {
      fail(codes::yaml_too_deep, to_mark(mark), {std::to_string(max_depth)});
    }
    Open level;
    level.node.kind = kind;
    level.node.mark = to_mark(mark);
    level.node.flow = style == YAML::EmitterStyle::Flow;
    open_.push_back(std::move(level));
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& level = open_.back();
    if (level.node.is_list()) {
      level.node.items.push_back(std::move(node));
    } else if (!level.has_key) {
      take_key(level, std::move(node));
    } else {
      if (!level.is_merge) {
        level.node.entries.push_back({std::move(level.key), level.key_mark, std::move(node)});
      }
      level.has_key = false;
    }
  }

  void take_key(Open& level, YamlNode node) {
    if (!node.is_scalar()) fail(codes::yaml_key_not_text, node.mark);
    level.is_merge = node.text == "<<";
    if (level.is_merge) report(codes::yaml_anchor, node.mark);
    level.has_key = true;
    level.key = std::move(node.text);
    level.key_mark = node.mark;
    const auto [first, added] = level.keys.emplace(level.key, node.mark);
    if (!added) {
      Diagnostic& d = diagnostics_.add(
          codes::repeated_key,
          {source_.file, node.mark, static_cast<std::uint32_t>(level.key.size())}, {level.key});
      d.notes.push_back({&notes::first_given_here, {source_.file, first->second, 0}, {}});
    }
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  bool anchor_reported_ = false;
  YamlNode root_;
};

// yaml-cpp's own words, in ours. What it says names the grammar; what helps is the likely cause.
const Wording& wording_for(const std::string& message) {
  const auto has = [&](std::string_view part) { return message.find(part) != std::string::npos; };
  if (has("end of sequence flow") || has("end of map flow") || has("end of flow")) {
    return codes::yaml_unclosed_bracket;
  }
  if (has("end of file") || has("EOF in scalar") || has("document indicator in scalar")) {
    return codes::yaml_unclosed_quote;
  }
  if (has("tab")) return codes::yaml_tab;
  return codes::yaml_syntax;
}

// The line `---` that begins the second document.
Mark second_document(std::string_view text) {
  std::uint32_t line = 1;
  bool written = false;  // anything of the first document
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view content = text.substr(begin, end - begin);
    if (written && content.starts_with("---")) return {line, 1};
    written = written || content.find_first_not_of(' ') != std::string_view::npos;
    begin = end + 1;
  }
  return {};
}

}  // namespace

Reading read_once(const SourceText& source) {
  Reading reading;
  TreeBuilder builder(source, reading.diagnostics);
  try {
    std::istringstream in(source.text);
    YAML::Parser parser(in);
    parser.HandleNextDocument(builder);
    reading.root = builder.take_root();
    TreeBuilder rest(source, reading.diagnostics);
    if (parser.HandleNextDocument(rest)) {
      reading.diagnostics.add(codes::yaml_second_document,
                              {source.file, second_document(source.text), 0});
    }
  } catch (const Stop&) {
    reading.root.reset();
  } catch (const UnclosedQuote& quote) {
    reading.root.reset();
    reading.syntax = &codes::yaml_unclosed_quote;
    reading.mark = quote.mark;
  } catch (const YAML::Exception& error) {
    reading.root.reset();
    reading.syntax = &wording_for(error.msg);
    if (!error.mark.is_null()) reading.mark = to_mark(error.mark);
    reading.detail = error.msg;
  }
  return reading;
}

}  // namespace gongkai
