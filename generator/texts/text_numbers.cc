#include "texts/text_numbers.h"

#include "diagnostics/codes/text_numbers.h"
#include "model/builtin_checks.h"
#include "model/figure_text.h"
#include "texts/number_scan.h"
#include "texts/text_place.h"

namespace gongkai {
namespace {

RuleSeverity severity(const Catalog& catalog) {
  return severity_of(*builtin_check("text_numbers"), catalog.settings);
}

// The earlier report, where its figures can be compared with this one's.
const Report* comparable_before(const Catalog& catalog, const Report& report) {
  const Report* previous = catalog.previous(report);
  const bool comparable =
      previous && catalog.is_public(*previous) && previous->scope == report.scope;
  return comparable ? previous : nullptr;
}

// A value that the scan read in 元, in the unit of its cell again, and without needless zeros.
std::string printed(Decimal value, const CellSpec& spec) {
  const int places = spec.unit.starts_with("万元") ? 4 : spec.unit.starts_with("亿元") ? 8 : 0;
  if (places == 0) return number_text(value);
  Decimal::Units units = value.units();
  int left = value.places() + places;
  for (; left > 0 && units % 10 == 0; --left) units /= 10;
  return number_text(Decimal(units, left));
}

std::string label_of(const Form& form, const std::vector<CellIndex>& cells) {
  std::string label;
  for (const CellIndex cell : cells) {
    label += (label.empty() ? "" : form.language.starts_with("zh") ? "＋" : " + ") +
             form.cell_label(cell);
  }
  return label;
}

Note change_note(const Form& form, const NearestAmount& nearest, const std::string& label) {
  const CellSpec& spec = form.cells[nearest.cells.front()];
  const Decimal difference = nearest.now - nearest.other;
  if (difference.is_zero()) return {&notes::number_same, {}, {label, printed(nearest.now, spec)}};
  if (nearest.other.is_zero() || nearest.other.is_negative()) {
    return {&notes::number_moved,
            {},
            {label, printed(nearest.other, spec), printed(nearest.now, spec)}};
  }
  const bool fall = difference.is_negative();
  const std::string rate = percent_text(fall ? -difference : difference, nearest.other);
  return {fall ? &notes::number_fall : &notes::number_rise,
          {},
          {label, printed(nearest.other, spec), printed(nearest.now, spec), rate}};
}

Note note_for(const Report& report, const NearestAmount& nearest) {
  const Form& form = *report.form;
  const CellSpec& spec = form.cells[nearest.cells.front()];
  const std::string label = label_of(form, nearest.cells);
  const std::string now = printed(nearest.now, spec);
  switch (nearest.kind) {
    case NearestAmount::Kind::value:
      return {nearest.last_year ? &notes::number_cell_before : &notes::number_cell,
              {},
              {label, now}};
    case NearestAmount::Kind::share:
      return {&notes::number_share,
              {},
              {label, now, printed(nearest.other, spec), percent_text(nearest.now, nearest.other)}};
    case NearestAmount::Kind::change: return change_note(form, nearest, label);
  }
  return {};
}

}  // namespace

NumberVocabularies::NumberVocabularies(const Catalog& catalog) {
  if (severity(catalog) == RuleSeverity::off) return;
  for (const Form& form : catalog.forms) {
    if (!form.tables.empty()) by_form_.emplace(&form, NumberVocabulary(form));
  }
}

const NumberVocabulary* NumberVocabularies::of(const Form& form) const {
  const auto found = by_form_.find(&form);
  return found == by_form_.end() ? nullptr : &found->second;
}

void check_text_numbers(const Catalog& catalog, const NumberVocabularies& vocabularies,
                        const Report& report, Diagnostics& diagnostics) {
  const NumberVocabulary* vocabulary = vocabularies.of(*report.form);
  if (!vocabulary) return;
  const Report* previous = comparable_before(catalog, report);
  for (const Narrative& narrative : report.narratives) {
    std::optional<TextPlaces> places;
    for (const ClassedNumber& number : scan_numbers(*vocabulary, report, previous, narrative)) {
      if (number.kind != NumberClass::unexplained) continue;
      if (!places) places.emplace(narrative);
      Diagnostic& d = diagnostics.add(codes::text_numbers, places->at(number.offset, number.length),
                                      {narrative.text.substr(number.offset, number.length)});
      d.severity = to_severity(severity(catalog));
      d.subject = report.agency->id + "/" + std::to_string(report.year);
      Note note = note_for(report, number.nearest);
      const CellIndex cell = number.nearest.cells.front();
      if (!number.nearest.last_year) note.position = report.at(report.cells[cell].mark);
      d.notes.push_back(std::move(note));
    }
  }
}

}  // namespace gongkai
