#include "model/sections.h"

#include <algorithm>
#include <map>
#include <optional>

#include "diagnostics/codes/narrative.h"
#include "diagnostics/suggestion.h"
#include "model/folding.h"

namespace gongkai {
namespace {

// Longer lines are no headings; this keeps folding away from the bulk of a text.
constexpr std::size_t longest_heading = 240;

struct TextLine {
  std::string_view text;
  std::size_t begin, end;  // `end` is past the line break
  std::uint32_t number;
};

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = text.find('\n', begin);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
    std::string_view line = text.substr(begin, end - begin);
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, begin, end, static_cast<std::uint32_t>(lines.size() + 1)});
    begin = end;
  }
  return lines;
}

bool is_blank(std::string_view line) {
  while (!line.empty()) {
    if (line.starts_with("\u3000")) {
      line.remove_prefix(3);
    } else if (line[0] == ' ' || line[0] == '\t') {
      line.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

// The line without what people put around a heading: `## **一、总体情况** ##`.
std::string_view heading_text(std::string_view line) {
  constexpr std::string_view marks = "#*_ \t";
  const std::size_t first = line.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(marks) - first + 1);
}

std::string_view trimmed(std::string_view line) {
  while (line.starts_with(' ') || line.starts_with('\t') || line.starts_with("\u3000")) {
    line.remove_prefix(line[0] == '\xE3' ? 3 : 1);
  }
  return line;
}

// Headings inside a fenced block are text.
class FenceWatch {
 public:
  bool inside(std::string_view line) {
    const std::string_view text = trimmed(line);
    const char mark = text.empty() ? '\0' : text[0];
    if (mark != '`' && mark != '~') return length_ != 0;
    const std::size_t length = std::min(text.find_first_not_of(mark), text.size());
    if (length_ == 0) {
      const bool opens =
          length >= 3 && (mark == '~' || text.find('`', length) == std::string_view::npos);
      if (!opens) return false;
      mark_ = mark;
      length_ = length;
      return true;
    }
    if (mark == mark_ && length >= length_ && is_blank(text.substr(length))) length_ = 0;
    return true;
  }

 private:
  char mark_ = '\0';
  std::size_t length_ = 0;
};

// The section that a folded line is the heading of.
std::optional<std::size_t> section_named(const Form& form, const std::string& folded) {
  const KeyIndex::Lines& found = form.section_keys.own(folded);
  if (found.empty()) return {};
  return static_cast<std::size_t>(found.front());
}

// The section whose heading looks most like a folded line.
std::optional<std::size_t> section_nearly_named(const Form& form, const std::string& folded) {
  std::vector<std::string> names;
  for (const Section& section : form.sections) {
    names.push_back(fold(section.title));
    for (const std::string& alias : section.aliases) names.push_back(fold(alias));
  }
  const auto name = nearest(folded, names);
  if (!name) return {};
  return section_named(form, *name);
}

}  // namespace

std::vector<Narrative> split_sections(const Form& form, const std::string& file,
                                      std::string_view text, Diagnostics& diagnostics) {
  const std::vector<TextLine> lines = lines_of(text);
  auto at = [&](const TextLine& line) {
    const std::string_view shown = trimmed(line.text);
    const auto column = static_cast<std::uint32_t>(line.text.size() - shown.size() + 1);
    return Position{file, {line.number, column}, static_cast<std::uint32_t>(shown.size())};
  };

  struct Start {
    std::size_t section, line;
  };
  std::vector<Start> starts;
  std::map<std::size_t, std::size_t> first_line;
  bool text_before = false;
  FenceWatch fence;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const bool in_fence = fence.inside(line.text);
    if (is_blank(line.text)) continue;
    const std::string_view heading = heading_text(trimmed(line.text));
    const bool short_enough = !in_fence && heading.size() <= longest_heading;
    const std::string folded = short_enough ? fold(heading) : std::string();
    const auto section = section_named(form, folded);
    if (section && !folded.empty()) {
      const std::string& title = form.sections[*section].title;
      const auto [earlier, is_first] = first_line.emplace(*section, i);
      if (!is_first) {
        diagnostics.add(codes::section_twice, at(line), {title})
            .notes.push_back({&notes::section_first_here, at(lines[earlier->second]), {}});
      } else {
        const auto later = std::find_if(starts.begin(), starts.end(), [&](const Start& start) {
          return start.section > *section;
        });
        if (later != starts.end()) {
          diagnostics
              .add(codes::section_order, at(line), {title, form.sections[later->section].title})
              .notes.push_back({&notes::section_later_here,
                                at(lines[later->line]),
                                {form.sections[later->section].title}});
        }
      }
      starts.push_back({*section, i});
      continue;
    }
    const bool marked = !in_fence && trimmed(line.text).starts_with('#');
    const auto near = marked || starts.empty() ? section_nearly_named(form, folded)
                                                : std::nullopt;
    if (near) {
      diagnostics.add(codes::section_nearly, at(line),
                      {std::string(heading), form.sections[*near].title});
    }
    if (starts.empty() && !text_before) {
      text_before = true;
      diagnostics.add(codes::text_before_sections, at(line),
                      {form.sections.empty() ? std::string() : form.sections[0].title});
    }
  }

  std::vector<Narrative> narratives;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t first = starts[i].line + 1;
    const std::size_t last = i + 1 < starts.size() ? starts[i + 1].line : lines.size();
    const auto filled = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                     lines.begin() + static_cast<std::ptrdiff_t>(last),
                                     [](const TextLine& line) { return !is_blank(line.text); });
    if (filled == lines.begin() + static_cast<std::ptrdiff_t>(last)) continue;
    const Section& section = form.sections[starts[i].section];
    if (section.narrative == NarrativeUse::none) {
      diagnostics.add(codes::section_without_text, at(*filled), {section.title});
      continue;
    }
    const std::size_t begin = lines[first].begin;
    narratives.push_back({section.id, file,
                          std::string(text.substr(begin, lines[last - 1].end - begin)),
                          static_cast<int>(first + 1)});
  }
  return narratives;
}

}  // namespace gongkai
