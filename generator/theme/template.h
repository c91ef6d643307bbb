#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A piece of a template: a run of text or one tag, with what a section encloses.
struct TemplateNode {
  enum class Kind { text, variable, raw_variable, section, inverted_section, partial };

  Kind kind = Kind::text;
  std::string text;    ///< the text, or the name in the tag
  Position position;   ///< of the tag's name in the file where it was written; texts have none
  bool alone = false;  ///< a partial's tag that stood alone on its line
  std::vector<TemplateNode> inside;

  bool is_section() const { return kind == Kind::section || kind == Kind::inverted_section; }
};

/// Reads a Mustache template. Tags: `{{name}}`, `{{{name}}}`, `{{&name}}`, `{{#name}}`,
/// `{{^name}}`,
/// `{{/name}}`, `{{> partial}}`, `{{! comment}}`; delimiters cannot be changed. A section, comment
/// or partial that stands alone on its line leaves no line behind. Indentation, blanks at line ends
/// and empty lines are for people who edit templates and are dropped.
/// `file` is what positions name. Mistakes are added to `diagnostics`; the nodes are usable for
/// further checks all the same.
std::vector<TemplateNode> parse_template(const std::string& file, std::string_view text,
                                         Diagnostics& diagnostics);

/// The same for a text that is one line of a larger file and begins at `start` there, for instance
/// the text of a word.
std::vector<TemplateNode> parse_template_line(const Position& start, std::string_view text,
                                              Diagnostics& diagnostics);

}  // namespace gongkai
