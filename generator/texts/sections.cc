#include "texts/sections.h"

#include <algorithm>

#include "diagnostics/codes/sections.h"
#include "diagnostics/utf8.h"
#include "model/builtin_checks.h"
#include "model/folding.h"
#include "narrative/markup.h"
#include "texts/passage.h"

namespace gongkai {
namespace {

const Section& section_of(const Report& report, const Narrative& narrative) {
  const std::vector<Section>& sections = report.form->sections;
  return *std::find_if(sections.begin(), sections.end(),
                       [&](const Section& s) { return s.id == narrative.section; });
}

// The first line that says something to readers.
Passage first_line(const std::string& text) {
  std::size_t first = 0;
  for (;;) {
    first = std::min(text.find_first_not_of(" \t\r\n", first), text.size());
    if (text.compare(first, 4, "<!--") != 0) break;
    const std::size_t end = text.find("-->", first);
    if (end == text.npos) break;
    first = end + 3;
  }
  const std::size_t end = std::min(text.find_first_of("\r\n", first), text.size());
  return {first, std::string_view(text).substr(first, end - first)};
}

bool speaks_of(const std::string& text, const SectionContent& content) {
  const auto stands_in = [](const std::string& all, const std::string& word) {
    return all.find(word) != std::string::npos;
  };
  const std::vector<std::string>& words = content.words;
  if (std::any_of(words.begin(), words.end(),
                  [&](const std::string& word) { return stands_in(text, word); })) {
    return true;
  }
  // A blank or a line break may stand inside a word that was pasted.
  const std::string folded = fold(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return stands_in(folded, fold(word)); });
}

void check_contents(const Settings& settings, const Report& report, const Narrative& narrative,
                    const Section& section, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("section_contents"), settings);
  if (severity == RuleSeverity::off || section.contains.empty()) return;
  const std::string text = without_comments(narrative.text);
  for (const SectionContent& content : section.contains) {
    if (speaks_of(text, content)) continue;
    const Passage line = first_line(narrative.text);
    add_unless_confirmed(report, narrative, line.begin, line.text.size(), codes::section_contents,
                         severity, {section.title, content.words.front(), content.sentence},
                         diagnostics);
  }
}

void check_length(const Settings& settings, const Report& report, const Narrative& narrative,
                  const Section& section, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("section_length"), settings);
  const auto chosen = settings.section_lengths.find(section.id);
  const int allowed = chosen == settings.section_lengths.end() ? section.max_length.value_or(0)
                                                               : chosen->second;
  if (severity == RuleSeverity::off || allowed == 0) return;
  const int length = length_in_characters(without_comments(narrative.text));
  if (length <= allowed) return;
  const Passage line = first_line(narrative.text);
  add_unless_confirmed(report, narrative, line.begin, line.text.size(), codes::section_length,
                       severity, {section.title, std::to_string(length), std::to_string(allowed)},
                       diagnostics);
}

}  // namespace

int length_in_characters(std::string_view text) {
  int length = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("{{")) {
      const std::size_t end = text.find("}}", i);
      if (end != std::string_view::npos) {
        ++length;
        i = end + 2;
        continue;
      }
    }
    const CodePoint read = decode_utf8(text, i);
    if (read.value > 0x20 && read.value != 0x3000 && read.value != 0xA0) ++length;
    i += read.length;
  }
  return length;
}

void check_sections(const Settings& settings, const Report& report, Diagnostics& diagnostics) {
  for (const Narrative& narrative : report.narratives) {
    const Section& section = section_of(report, narrative);
    check_contents(settings, report, narrative, section, diagnostics);
    check_length(settings, report, narrative, section, diagnostics);
  }
}

}  // namespace gongkai
