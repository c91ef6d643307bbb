#include "check/previous.h"

#include <algorithm>

namespace gongkai {

Reason previous_unusable(const Catalog& catalog, const Report& report, const Report* previous) {
  if (!previous) {
    const bool left_out =
        std::find(catalog.left_out.begin(), catalog.left_out.end(),
                  std::pair(report.agency->id, report.year - 1)) != catalog.left_out.end();
    return left_out ? Reason::previous_left_out : Reason::previous_missing;
  }
  if (!catalog.is_public(*previous)) return Reason::previous_left_out;
  return previous->scope == report.scope ? Reason::none : Reason::previous_scope;
}

PreviousFigure previous_figure(const Catalog& catalog, const Report& report, const Report* previous,
                               CellIndex cell) {
  if (const Reason reason = previous_unusable(catalog, report, previous); reason != Reason::none) {
    return {nullptr, no_cell, reason};
  }
  const CellIndex earlier = continued_cell(*report.form, cell, *previous->form);
  if (earlier == no_cell) return {nullptr, no_cell, Reason::series_break};
  const Figure& figure = previous->figure(earlier);
  return {&figure, earlier, figure.is_number() ? Reason::none : Reason::previous_not_reported};
}

bool concerns(const Rule& rule, const AgencyKind& kind) {
  if (rule.agencies.empty()) return true;
  return std::any_of(rule.agencies.begin(), rule.agencies.end(), [&](const AgencyClass& agencies) {
    return (agencies.level.empty() || agencies.level == kind.level) &&
           (agencies.body.empty() || agencies.body == kind.body);
  });
}

RuleSeverity severity_of(const Rule& rule, const Settings& settings) {
  const auto chosen = settings.checks.find(rule.id);
  return chosen == settings.checks.end() ? rule.severity : chosen->second;
}

}  // namespace gongkai
