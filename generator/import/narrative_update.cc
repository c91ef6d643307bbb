#include "import/narrative_update.h"

#include <algorithm>

#include "model/sections.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_figure = 60;  ///< bytes that a placeholder may stand for

std::string without_blanks(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\u3000") == 0) {
      i += 2;
    } else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r') {
      out += text[i];
    }
  }
  return out;
}

std::size_t offset_of_line(const std::string& text, int line) {
  std::size_t offset = 0;
  for (int i = 1; i < line && offset < text.size(); ++i) {
    offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
  }
  return offset;
}

}  // namespace

bool says_the_same(const std::string& written, const std::string& imported) {
  const std::string a = without_blanks(written), b = without_blanks(imported);
  std::size_t at = 0;
  for (std::size_t begin = 0; begin <= a.size();) {
    const std::size_t open = a.find("{{", begin);
    const std::size_t end = std::min(open, a.size());
    const std::string words = a.substr(begin, end - begin);
    const std::size_t found = begin == 0 ? (b.starts_with(words) ? 0 : std::string::npos)
                                         : b.find(words, at);
    if (found == std::string::npos || found - at > longest_figure) return false;
    at = found + words.size();
    if (open == std::string::npos) return words.empty() ? b.size() - found <= longest_figure
                                                        : at == b.size();
    const std::size_t close = a.find("}}", open);
    if (close == std::string::npos) return false;
    begin = close + 2;
  }
  return true;
}

UpdatedNarratives update_narratives(const Form& form, const std::string& file,
                                    const std::string& text,
                                    const std::vector<ImportedSection>& sections) {
  UpdatedNarratives updated{text, {}};
  // From the last to the first, so that places before stay where they are.
  for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
    Diagnostics ignored;
    const std::vector<Narrative> present = split_sections(form, file, updated.text, ignored);
    const Section& spec = form.sections[section->section];
    const auto found = std::ranges::find_if(
        present, [&](const Narrative& narrative) { return narrative.section == spec.id; });
    if (found != present.end()) {
      if (says_the_same(found->text, section->text)) continue;
      const std::size_t begin = offset_of_line(updated.text, found->first_line);
      const bool last = begin + found->text.size() >= updated.text.size();
      updated.text.replace(begin, found->text.size(),
                           "\n" + section->text + (last ? "" : "\n"));
      updated.replaced.insert(updated.replaced.begin(), spec.title);
      continue;
    }
    // Before the first section that comes after it in the form; its heading stands in the line
    // above its text.
    std::size_t offset = updated.text.size();
    for (const Narrative& narrative : present) {
      const auto index = std::ranges::find_if(
          form.sections, [&](const Section& it) { return it.id == narrative.section; });
      if (static_cast<std::size_t>(index - form.sections.begin()) < section->section) continue;
      offset = std::min(offset, offset_of_line(updated.text, narrative.first_line - 1));
    }
    const bool apart = offset > 0 && offset == updated.text.size();
    updated.text.insert(offset, (apart ? "\n## " : "## ") + spec.title + "\n\n" + section->text +
                                    (offset < updated.text.size() ? "\n" : ""));
    updated.replaced.insert(updated.replaced.begin(), spec.title);
  }
  return updated;
}

}  // namespace gongkai
