#include "check/hints.h"

#include <algorithm>
#include <tuple>

#include "check/cell_place.h"
#include "diagnostics/codes/hints.h"

namespace gongkai {
namespace {

// The finding whose message stands first in the file.
const Finding& first_of(const Cause& cause) {
  const auto place = [](const Finding* finding) {
    const Mark mark = mark_of(*finding->report, finding->cell());
    return std::tuple(mark.line, mark.column, std::string_view(finding->rule->id));
  };
  return **std::min_element(
      cause.findings.begin(), cause.findings.end(),
      [&](const Finding* a, const Finding* b) { return place(a) < place(b); });
}

// The wording for one rule and for several.
struct Wordings {
  const NoteWording &one, &several;
};

Wordings wordings(RepairKind kind) {
  switch (kind) {
    case RepairKind::figure:
      return {notes::figure, notes::figure_rules};
    case RepairKind::digits_exchanged:
      return {notes::digits_exchanged, notes::digits_exchanged_rules};
    case RepairKind::digit_missing:
      return {notes::digit_missing, notes::digit_missing_rules};
    case RepairKind::digit_extra:
      return {notes::digit_extra, notes::digit_extra_rules};
    case RepairKind::exchanged:
      return {notes::exchanged, notes::exchanged_rules};
    case RepairKind::split:
      return {notes::split, notes::split_rules};
    case RepairKind::joined:
      return {notes::joined, notes::joined_rules};
    // It takes two rules to see it: one has too much, another too little.
    case RepairKind::moved:
      return {notes::moved, notes::moved};
  }
  return {notes::figure, notes::figure_rules};
}

std::vector<std::string> arguments(const Report& report, const Repair& repair) {
  std::vector<std::string> result = {std::to_string(repair.rules)};
  for (const Change& change : repair.changes) {
    result.push_back(report.form->cell_label(change.cell));
    result.push_back(change.from.str());
    result.push_back(change.to.str());
  }
  if (repair.kind == RepairKind::moved) {
    result.push_back((repair.changes[0].from - repair.changes[0].to).str());
  }
  return result;
}

Note note_of(const Report& report, const Repair& repair) {
  const Wordings words = wordings(repair.kind);
  return {repair.rules == 1 ? &words.one : &words.several,
          position_of(report, repair.changes.front().cell), arguments(report, repair)};
}

}  // namespace

void add_hints(std::span<const Cause> causes, const Finding& finding, Diagnostic& diagnostic) {
  for (const Cause& cause : causes) {
    if (std::find(cause.findings.begin(), cause.findings.end(), &finding) == cause.findings.end()) {
      continue;
    }
    const Report& report = *finding.report;
    const Finding& first = first_of(cause);
    if (&first == &finding) {
      for (const Repair& repair : cause.repairs) {
        diagnostic.notes.push_back(note_of(report, repair));
      }
    } else {
      const Position place = position_of(report, first.cell());
      diagnostic.notes.push_back(
          {&notes::same_cause, {}, {std::to_string(place.mark.line), first.rule->id}});
    }
  }
}

}  // namespace gongkai
