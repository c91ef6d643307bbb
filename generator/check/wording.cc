#include "check/wording.h"

#include <string_view>

#include "diagnostics/codes.h"

namespace gongkai {
namespace {

Mark mark_at(const Narrative& narrative, std::size_t offset) {
  Mark mark{static_cast<std::uint32_t>(narrative.first_line), 1};
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (narrative.text[i] != '\n') continue;
    ++mark.line;
    line_begin = i + 1;
  }
  mark.column = static_cast<std::uint32_t>(offset - line_begin + 1);
  return mark;
}

}  // namespace

void check_wording(const Settings& settings, const Report& report, Diagnostics& diagnostics) {
  for (const Narrative& narrative : report.narratives) {
    for (const auto& [wrong, right] : settings.wording) {
      for (std::size_t at = narrative.text.find(wrong); at != std::string::npos && !wrong.empty();
           at = narrative.text.find(wrong, at + wrong.size())) {
        diagnostics.add(codes::wording,
                        {narrative.file, mark_at(narrative, at),
                         static_cast<std::uint32_t>(wrong.size())},
                        {wrong, right});
      }
    }
  }
}

}  // namespace gongkai
