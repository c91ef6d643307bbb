#include "texts/wording.h"

#include "diagnostics/codes/check.h"
#include "model/builtin_checks.h"
#include "texts/text_place.h"

namespace gongkai {

void check_wording(const Settings& settings, const Report& report, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("wording"), settings);
  if (severity == RuleSeverity::off || settings.wording.empty()) return;
  for (const Narrative& narrative : report.narratives) {
    const TextPlaces places(narrative);
    for (const auto& [wrong, right] : settings.wording) {
      for (std::size_t at = narrative.text.find(wrong); at != std::string::npos && !wrong.empty();
           at = narrative.text.find(wrong, at + wrong.size())) {
        diagnostics.add(codes::wording, places.at(at, wrong.size()), {wrong, right}).severity =
            to_severity(severity);
      }
    }
  }
}

}  // namespace gongkai
