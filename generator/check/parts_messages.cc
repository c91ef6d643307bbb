#include "check/parts_messages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "check/cell_place.h"
#include "check/parts_groups.h"
#include "diagnostics/codes/check.h"
#include "diagnostics/codes/parts.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

// What a message shows of long lists: enough to find the mistake, the rest is counted.
constexpr std::size_t most_parts = 5;
constexpr std::size_t most_causes = 3;
constexpr std::size_t most_cells = 5;
constexpr std::size_t most_names = 3;
constexpr std::size_t most_groups = 10;

struct PartFigure {
  const Report* report;
  CellIndex cell;
  Decimal value;
};

// The parts' figures that are not zero, the largest first.
std::vector<PartFigure> figures_of(const Parts& parts, const Form& form, CellIndex cell) {
  std::vector<PartFigure> figures;
  for (const Report* part : parts.reports) {
    const CellIndex there = same_cell(form, cell, *part->form);
    if (there == no_cell || !part->figure(there).is_number()) continue;
    const Decimal value = part->figure(there).value();
    if (!value.is_zero()) figures.push_back({part, there, value});
  }
  std::stable_sort(figures.begin(), figures.end(),
                   [](const PartFigure& a, const PartFigure& b) { return a.value > b.value; });
  return figures;
}

/// The message of one cause.
class GroupMessage {
 public:
  GroupMessage(const Catalog& catalog, const Report& whole, const Parts& parts,
               const PartsGroup& group)
      : catalog_(catalog), whole_(whole), parts_(parts), group_(group), first_(*group.front()) {}

  Diagnostic make() {
    const Form& form = *whole_.form;
    const bool exceeds = first_.instance->relation.comparator != Comparator::equal;
    diagnostic_.wording = exceeds ? &codes::parts_exceed : &codes::parts;
    diagnostic_.position = position_of(whole_, first_.cell());
    diagnostic_.arguments = {form.cell_label(first_.cell()), first_.found.str(),
                             std::to_string(parts_.reports.size()), first_.expected.str(),
                             difference_.str()};
    diagnostic_.rule = first_.rule->id;
    diagnostic_.severity = to_severity(first_.severity);
    diagnostic_.subject =
        fmt::format("{}/{}/{}", whole_.agency->id, whole_.year, form.cells[first_.cell()].address);
    add_causes();
    add_parts();
    add_other_cells();
    add_answers();
    return std::move(diagnostic_);
  }

 private:
  void note(const NoteWording& wording, Position position, std::vector<std::string> arguments) {
    diagnostic_.notes.push_back({&wording, std::move(position), std::move(arguments)});
  }

  void add_causes() {
    std::vector<CellIndex> cells;
    for (const Finding* finding : group_) cells.push_back(finding->cell());
    for (const Finding& broken : broken_by(catalog_, whole_, cells, difference_)) {
      note(notes::cause_in_whole, position_of(*broken.report, broken.cell()),
           {difference_.str(), broken.rule->text.empty() ? broken.rule->id : broken.rule->text});
    }
    std::size_t causes = 0;
    for (const Report* part : parts_.reports) {
      std::vector<CellIndex> there;
      for (CellIndex cell : cells) there.push_back(same_cell(*whole_.form, cell, *part->form));
      for (const Finding& broken : broken_by(catalog_, *part, there, difference_)) {
        if (++causes > most_causes) return;
        note(notes::cause_in_part, position_of(*broken.report, broken.cell()),
             {fmt::format("{} {}", part->agency->short_name, broken.report->year),
              difference_.str(), broken.rule->text.empty() ? broken.rule->id : broken.rule->text});
      }
    }
  }

  void add_parts() {
    const std::vector<PartFigure> figures = figures_of(parts_, *whole_.form, first_.cell());
    Decimal rest;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const PartFigure& part = figures[i];
      if (i >= most_parts) {
        rest += part.value;
        continue;
      }
      note(notes::part, position_of(*part.report, part.cell),
           {part.report->agency->short_name, part.value.str()});
    }
    if (figures.size() > most_parts) {
      note(notes::other_parts, {}, {std::to_string(figures.size() - most_parts), rest.str()});
    }
  }

  void add_other_cells() {
    if (group_.size() == 1) return;
    std::vector<std::string> labels;
    for (std::size_t i = 1; i < group_.size(); ++i) {
      labels.push_back(whole_.form->cell_label(group_[i]->cell()));
    }
    note(notes::same_difference, {}, {fmt::format("{}", fmt::join(labels, ", "))});
  }

  // One answer is written for each cell.
  void add_answers() {
    for (std::size_t i = 0; i < group_.size() && i < most_cells; ++i) {
      const Finding& finding = *group_[i];
      note(notes::may_explain, {},
           {fmt::format("{{rule: {}, cell: {}, found: {}, expected: {}, text: …}}",
                        finding.rule->id, whole_.form->cells[finding.cell()].address,
                        finding.found.str(), finding.expected.str())});
    }
  }

  const Catalog& catalog_;
  const Report& whole_;
  const Parts& parts_;
  const PartsGroup& group_;
  const Finding& first_;
  const Decimal difference_ = first_.found - first_.expected;
  Diagnostic diagnostic_{&codes::parts, {}, {}, {}, {}};
};

const NoteWording& wording_of(Absence absence) {
  switch (absence) {
    case Absence::no_report:
      return notes::part_has_no_report;
    case Absence::left_out:
      return notes::part_left_out;
    case Absence::draft:
      return notes::part_is_draft;
    case Absence::withdrawn:
      return notes::part_withdrawn;
    case Absence::future:
      return notes::part_in_future;
    case Absence::other_scope:
      return notes::part_of_other_scope;
  }
  return notes::part_has_no_report;
}

Diagnostic missing_message(const Report& whole, const Parts& parts) {
  const std::string year = std::to_string(whole.year);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < parts.missing.size() && i < most_names; ++i) {
    names.push_back(parts.missing[i].agency->name);
  }
  if (parts.missing.size() > most_names) {
    names.push_back(fmt::format("… ({})", parts.missing.size()));
  }
  Diagnostic diagnostic{&codes::parts_missing,
                        whole.at(whole.form_mark),
                        {fmt::format("{}", fmt::join(names, ", ")), year},
                        {},
                        {}};
  diagnostic.subject = fmt::format("{}/{}", whole.agency->id, year);
  for (std::size_t i = 0; i < parts.missing.size() && i < most_parts; ++i) {
    const MissingPart& part = parts.missing[i];
    diagnostic.notes.push_back({&wording_of(part.absence), {}, {part.agency->name, year}});
  }
  if (parts.missing.size() > most_parts) {
    diagnostic.notes.push_back(
        {&notes::other_parts_missing, {}, {std::to_string(parts.missing.size() - most_parts)}});
  }
  return diagnostic;
}

}  // namespace

void explain_parts(const Catalog& catalog, const Report& whole, const Parts& parts,
                   const std::vector<Finding>& findings, Diagnostics& diagnostics) {
  const std::vector<PartsGroup> groups = group_by_cause(*whole.form, findings);
  for (std::size_t i = 0; i < groups.size() && i < most_groups; ++i) {
    Diagnostic diagnostic = GroupMessage(catalog, whole, parts, groups[i]).make();
    if (i + 1 == most_groups && groups.size() > most_groups) {
      diagnostic.notes.push_back(
          {&notes::other_groups, {}, {std::to_string(groups.size() - most_groups)}});
    }
    diagnostics.add(std::move(diagnostic));
  }
  if (!parts.missing.empty()) diagnostics.add(missing_message(whole, parts));
}

std::map<CellIndex, CellIndex> cells_of_messages(const Form& form,
                                                 const std::vector<Finding>& findings) {
  const std::vector<PartsGroup> groups = group_by_cause(form, findings);
  std::map<CellIndex, CellIndex> cells;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    // The last message counts the causes that have none of their own.
    const PartsGroup& told = groups[std::min(i, most_groups - 1)];
    for (const Finding* finding : groups[i]) cells[finding->cell()] = told.front()->cell();
  }
  return cells;
}

}  // namespace gongkai
