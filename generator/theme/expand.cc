#include "theme/expand.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "diagnostics/codes/theme.h"
#include "theme/escape.h"
#include "theme/nearest_name.h"

namespace gongkai {
namespace {

using Kind = TemplateNode::Kind;

constexpr std::string_view kWords = "words.";

template <typename Map>
void add_nearest(Diagnostic& diagnostic, const std::string& name, const Map& map) {
  std::vector<std::string> known;
  for (const auto& [key, value] : map) known.push_back(key);
  add_nearest_name(diagnostic, name, known);
}

void escape_texts(std::vector<TemplateNode>& nodes) {
  for (TemplateNode& node : nodes) {
    if (node.kind == Kind::text) {
      std::string escaped;
      append_escaped(escaped, node.text);
      node.text = std::move(escaped);
    }
    escape_texts(node.inside);
  }
}

// A partial's file ends with a newline, which has no place inside a line.
void drop_last_newline(std::vector<TemplateNode>& nodes, std::size_t from) {
  if (nodes.size() > from && nodes.back().kind == Kind::text && nodes.back().text.ends_with('\n')) {
    nodes.back().text.pop_back();
  }
}

}  // namespace

std::vector<TemplateNode> Expander::expand(const ThemeText& page_template) {
  Nodes out;
  expand_into(out, parse_template(page_template.file, page_template.text, diagnostics_));
  return out;
}

void Expander::expand_into(Nodes& out, const Nodes& nodes) {
  for (const TemplateNode& node : nodes) {
    const bool variable = node.kind == Kind::variable || node.kind == Kind::raw_variable;
    if (node.kind == Kind::partial) {
      add_partial(out, node);
    } else if (variable && node.text.starts_with(kWords)) {
      add_word(out, node);
    } else {
      TemplateNode copy{node.kind, node.text, node.position, node.alone, {}};
      expand_into(copy.inside, node.inside);
      out.push_back(std::move(copy));
    }
  }
}

void Expander::add_partial(Nodes& out, const TemplateNode& tag) {
  auto begun = std::find(chain_.begin(), chain_.end(), tag.text);
  if (begun != chain_.end()) {
    std::vector<std::string> cycle(begun, chain_.end());
    cycle.push_back(tag.text);
    diagnostics_.add(codes::partial_cycle, tag.position,
                     {fmt::format("{}", fmt::join(cycle, " → "))});
    return;
  }
  const Nodes* partial = parsed_partial(tag.text);
  if (!partial) {
    add_nearest(diagnostics_.add(codes::unknown_partial, tag.position, {tag.text}), tag.text,
                files_.partials);
    return;
  }
  const std::size_t from = out.size();
  chain_.push_back(tag.text);
  expand_into(out, *partial);
  chain_.pop_back();
  if (!tag.alone) drop_last_newline(out, from);
}

void Expander::add_word(Nodes& out, const TemplateNode& tag) {
  const std::string key = tag.text.substr(kWords.size());
  const Nodes* word = parsed_word(key);
  if (!word) {
    add_nearest(diagnostics_.add(codes::unknown_word, tag.position, {key}), key, words_);
    return;
  }
  const std::size_t from = out.size();
  out.insert(out.end(), word->begin(), word->end());
  if (tag.kind == Kind::variable) {
    Nodes added(out.begin() + static_cast<std::ptrdiff_t>(from), out.end());
    escape_texts(added);
    std::move(added.begin(), added.end(), out.begin() + static_cast<std::ptrdiff_t>(from));
  }
}

const Expander::Nodes* Expander::parsed_partial(const std::string& name) {
  if (auto known = partials_.find(name); known != partials_.end()) return &known->second;
  auto source = files_.partials.find(name);
  if (source == files_.partials.end()) return nullptr;
  const ThemeText& text = source->second;
  return &(partials_[name] = parse_template(text.file, text.text, diagnostics_));
}

const Expander::Nodes* Expander::parsed_word(const std::string& key) {
  if (auto known = parsed_words_.find(key); known != parsed_words_.end()) return &known->second;
  auto word = words_.find(key);
  if (word == words_.end()) return nullptr;
  Nodes nodes = parse_template_line(word->second.position, word->second.text, diagnostics_);
  refuse_tags_in_word(nodes);
  return &(parsed_words_[key] = std::move(nodes));
}

void Expander::refuse_tags_in_word(const Nodes& nodes) {
  for (const TemplateNode& node : nodes) {
    if (node.kind == Kind::partial) {
      diagnostics_.add(codes::tag_in_word, node.position, {"{{> " + node.text + "}}"});
    } else if (node.kind != Kind::text && node.text.starts_with(kWords)) {
      diagnostics_.add(codes::tag_in_word, node.position, {"{{" + node.text + "}}"});
    }
    refuse_tags_in_word(node.inside);
  }
}

}  // namespace gongkai
