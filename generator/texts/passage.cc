#include "texts/passage.h"

#include <algorithm>

#include "model/builtin_checks.h"
#include "texts/text_place.h"

namespace gongkai {
namespace {

Passage part_at(std::string_view text, std::size_t offset,
                std::initializer_list<std::string_view> marks) {
  std::size_t begin = 0, end = text.size();
  for (std::string_view mark : marks) {
    const std::size_t before = offset == 0 ? text.npos : text.rfind(mark, offset - 1);
    if (before != text.npos) begin = std::max(begin, before + mark.size());
    const std::size_t after = text.substr(0, end).find(mark, offset);
    if (after != text.npos) end = after;
  }
  return {begin, text.substr(begin, end - begin)};
}

}  // namespace

Passage sentence_at(std::string_view text, std::size_t offset) {
  return part_at(text, offset, {"\n", "。", "；", "！", "？"});
}

Passage clause_at(std::string_view text, std::size_t offset) {
  const Passage sentence = sentence_at(text, offset);
  const Passage clause =
      part_at(sentence.text, offset - sentence.begin, {"，", ",", "：", ":"});
  return {sentence.begin + clause.begin, clause.text};
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string subject_of(const Report& report, const Narrative& narrative) {
  return report.agency->id + "/" + std::to_string(report.year) + "/" + narrative.section;
}

void add_unless_confirmed(const Report& report, const Narrative& narrative, std::size_t offset,
                          std::size_t length, const Wording& wording, RuleSeverity severity,
                          std::vector<std::string> arguments, Diagnostics& diagnostics) {
  if (is_confirmed(report, narrative, offset, length)) return;
  Diagnostic& d = diagnostics.add(wording, TextPlaces(narrative).at(offset, length),
                                  std::move(arguments));
  d.severity = to_severity(severity);
  d.subject = subject_of(report, narrative);
}

}  // namespace gongkai
