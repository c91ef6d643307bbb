#include "pages/figures.h"

#include <algorithm>

#include "model/figure_text.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

struct FigureWords {
  std::string css_class;
  std::string text;
  std::string_view spoken;  ///< key of a word; empty where the text says all
};

FigureWords words_of(const Words& words, const Figure& figure, const CellSpec& spec) {
  switch (figure.state) {
    case State::figure:
      break;
    case State::text:
      return {"words", {}, {}};
    case State::below_limit:
      return {"", figure_text(figure, spec), {}};
    case State::not_reported:
      return {"missing", words["not_reported_sign"], "not_reported"};
    case State::not_applicable:
      return {"missing", words["not_applicable"], {}};
    case State::not_asked:
      return {"missing", words["not_asked_sign"], "not_asked"};
  }
  std::string text = figure_text(figure, spec);
  switch (figure.origin) {
    case Origin::filed:
      return {figure.units == 0 ? "zero" : "", std::move(text), {}};
    case Origin::declared_zero:
      return {"zero declared", std::move(text), "declared_zero"};
    case Origin::computed:
      return {"computed", std::move(text), "computed"};
    case Origin::derived:
      return {"derived", std::move(text), "derived"};
  }
  return {};
}

}  // namespace

View make_figure(const PageContext& context, const Report& report, CellIndex cell) {
  const CellSpec& spec = report.form->cells[cell];
  FigureWords figure = words_of(context.words, report.figure(cell), spec);
  if (report.figure(cell).state == State::not_reported && !report.unsplit_heads.empty() &&
      is_unsplit_child(report, cell)) {
    figure = {"missing", context.words["unsplit"], {}};
  }
  View note = false;
  if (const CellDetail* detail = report.detail(cell)) {
    // A unit that was written with the figure is part of it.
    figure.text += detail->text + detail->unit;
    note = text_or_false(detail->note);
  }
  View view;
  view.set("class", std::move(figure.css_class))
      .set("text", std::move(figure.text))
      .set("spoken", figure.spoken.empty() ? View(false) : View(context.words[figure.spoken]))
      .set("note", std::move(note));
  return view;
}

std::string plain_figure(const Words& words, const Figure& figure, const CellSpec& spec) {
  FigureWords result = words_of(words, figure, spec);
  return figure.state == State::not_reported ? words["not_reported"] : result.text;
}

bool is_unsplit_child(const Report& report, CellIndex cell) {
  const Form& form = *report.form;
  const CellSpec& spec = form.cells[cell];
  const Axis& rows = form.tables[spec.table].blocks[spec.block].rows;
  for (CellIndex first : report.unsplit_heads) {
    const CellSpec& head = form.cells[first];
    if (head.table != spec.table || head.block != spec.block) continue;
    int head_line = rows.slots[head.row_slot];
    int line = rows.lines[static_cast<std::size_t>(rows.slots[spec.row_slot])].parent;
    while (line >= 0 && line != head_line) {
      line = rows.lines[static_cast<std::size_t>(line)].parent;
    }
    if (line >= 0) return true;
  }
  return false;
}

View make_change(const Words& words, const std::optional<Change>& change) {
  View view;
  view.set("difference", change ? difference_text(change->difference) : words["not_reported_sign"])
      .set("percent", change && change->percent ? difference_text(*change->percent) + "%"
                                                : words["not_reported_sign"]);
  return view;
}

View make_indicator(const PageContext& context, const Indicator& indicator,
                    const IndicatorValue& value) {
  View view;
  std::string text, css_class;
  View detail = false;
  switch (value.kind) {
    case IndicatorValue::Kind::value:
      text = number_text(value.value);
      if (!indicator.unit.empty() && indicator.unit != "percent") text += " " + indicator.unit;
      break;
    case IndicatorValue::Kind::ratio:
      text = number_text(value.value) + (indicator.unit == "percent" ? "%" : "");
      detail = number_text(value.numerator) + "/" + number_text(value.denominator);
      break;
    case IndicatorValue::Kind::no_base:
      text = context.words["no_base"];
      css_class = "missing";
      break;
    case IndicatorValue::Kind::not_reported:
      text = value.missing == State::below_limit      ? "<1"
             : value.missing == State::not_applicable ? context.words["not_applicable"]
                                                      : context.words["not_reported"];
      css_class = value.missing == State::below_limit ? "" : "missing";
      break;
  }
  view.set("class", std::move(css_class))
      .set("text", std::move(text))
      .set("detail", std::move(detail));
  return view;
}

}  // namespace gongkai
