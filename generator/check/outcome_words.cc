#include "check/outcome_words.h"

namespace gongkai {

std::string outcome_words(Outcome outcome, Language language) {
  const bool zh = language == Language::zh;
  switch (outcome) {
    case Outcome::passed: return zh ? "通过" : "passed";
    case Outcome::failed: return zh ? "未通过" : "failed";
    case Outcome::explained: return zh ? "有说明" : "explained";
    case Outcome::known: return zh ? "已知错误" : "known";
    case Outcome::computed: return zh ? "自动计算" : "computed";
    case Outcome::not_assessed: return zh ? "无法校验" : "not assessed";
    case Outcome::not_applicable: return zh ? "不适用" : "not applicable";
  }
  return {};
}

std::string reason_words(const Finding& finding, Language language) {
  const bool zh = language == Language::zh;
  std::string cell;
  if (finding.reason_cell != no_cell) cell = finding.report->form->cell_label(finding.reason_cell);
  switch (finding.reason) {
    case Reason::none: return {};
    case Reason::not_reported: return (zh ? "没有数字：" : "no number: ") + cell;
    case Reason::previous_missing:
      return zh ? "没有上一年的报告" : "there is no report of the year before";
    case Reason::previous_left_out:
      return zh ? "上一年的报告没有公布或有错误"
                : "the report of the year before is not public or has errors";
    case Reason::previous_scope:
      return zh ? "上一年报告的统计范围不同" : "the report of the year before covers something else";
    case Reason::series_break:
      return (zh ? "表样变化，前后不连续：" : "the form changed, the figure does not continue: ") +
             cell;
    case Reason::previous_not_reported:
      return (zh ? "上一年没有数字：" : "no number the year before: ") + cell;
    case Reason::part_missing:
      return zh ? "所属各份报告没有到齐" : "not all reports that it covers are there";
    case Reason::part_not_reported:
      return (zh ? "未填报：" : "not reported by ") + finding.reason_part->agency->name;
    case Reason::part_other_form:
      return (zh ? "使用另一种表样：" : "in another form: ") + finding.reason_part->agency->name;
    case Reason::part_other_unit:
      return (zh ? "使用另一种单位：" : "in another unit: ") + finding.reason_part->agency->name;
  }
  return {};
}

}  // namespace gongkai
