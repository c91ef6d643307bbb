#include "model/figure_words.h"

#include "model/figure_text.h"

namespace gongkai {

std::string value_words(const Report& report, CellIndex cell, Language language) {
  const bool zh = language == Language::zh;
  const Figure& figure = report.figure(cell);
  const CellDetail* detail = report.detail(cell);
  switch (figure.state) {
    case State::text: return detail == nullptr ? std::string() : detail->text;
    case State::not_reported: return zh ? "未填报" : "not reported";
    case State::not_applicable: return zh ? "不适用" : "not applicable";
    case State::not_asked: return zh ? "表样没有这一格" : "not asked by the form";
    case State::figure:
    case State::below_limit: break;
  }
  return figure_text(figure, report.form->cells[cell]);
}

std::string origin_words(const Figure& figure, Language language) {
  const bool zh = language == Language::zh;
  if (!figure.is_number()) return {};
  switch (figure.origin) {
    case Origin::filed: return zh ? "填报" : "as filed";
    case Origin::declared_zero:
      return zh ? "表上空白，声明为零" : "printed blank, declared to mean zero";
    case Origin::computed: return zh ? "自动计算：没有填合计" : "computed: the total was left out";
    case Origin::derived: return zh ? "下面各行之和" : "the sum of the rows below it";
  }
  return {};
}

}  // namespace gongkai
