#include "model/published_cell.h"

namespace gongkai {

std::string_view data_word(State state) {
  switch (state) {
    case State::figure: return "figure";
    case State::text: return "text";
    case State::below_limit: return "below_limit";
    case State::not_reported: return "not_reported";
    case State::not_applicable: return "not_applicable";
    case State::not_asked: return "not_asked";
  }
  return {};
}

std::string_view data_word(Origin origin) {
  switch (origin) {
    case Origin::filed: return "filed";
    case Origin::declared_zero: return "declared_zero";
    case Origin::computed: return "computed";
    case Origin::derived: return "derived";
  }
  return {};
}

std::string_view data_word(Scope scope) { return scope == Scope::own ? "own" : "all"; }

std::string_view data_word(FigureType type) {
  switch (type) {
    case FigureType::count: return "count";
    case FigureType::signed_count: return "signed";
    case FigureType::decimal: return "decimal";
    case FigureType::money: return "money";
    case FigureType::days: return "days";
    case FigureType::percent: return "percent";
    case FigureType::text: return "text";
  }
  return {};
}

PublishedCell published_cell(const Report& report, CellIndex cell) {
  return published_cell(report, cell, report.figure(cell));
}

PublishedCell published_cell(const Report& report, CellIndex cell, const Figure& figure) {
  const CellSpec& spec = report.form->cells[cell];
  const CellDetail* detail = report.detail(cell);
  PublishedCell published;
  published.address = spec.address;
  published.state = data_word(figure.state);
  if (figure.is_number()) published.value = figure.value().str();
  published.unit = spec.unit;
  const bool nothing =
      figure.state == State::not_reported || figure.state == State::not_asked;
  if (!nothing) published.origin = data_word(figure.origin);
  if (detail != nullptr) {
    if (figure.state == State::text) published.text = detail->text;
    if (!detail->unit.empty()) published.unit = detail->unit;
    published.note = detail->note;
  }
  return published;
}

}  // namespace gongkai
