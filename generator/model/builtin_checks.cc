#include "model/builtin_checks.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

constexpr std::array list = {
    BuiltinCheck{"parts", RuleSeverity::warning,
                 "the report of a whole area against the sum of the reports of its parts",
                 "全辖报告与本级、部门和下级各份报告之和相比", true},
    BuiltinCheck{"swing", RuleSeverity::hint,
                 "a figure more than five times last year's, or less than a fifth of it",
                 "数字超过上年五倍，或不足上年五分之一"},
    BuiltinCheck{"section_contents", RuleSeverity::warning,
                 "a section whose text does not speak of what the form asks for",
                 "章节没有写明表样要求的内容"},
    BuiltinCheck{"section_length", RuleSeverity::warning,
                 "a section longer than the form allows", "章节超过表样规定的字数"},
    BuiltinCheck{"identity_number", RuleSeverity::error,
                 "a valid number of an identity card in a narrative", "文字中出现有效的身份证号码"},
    BuiltinCheck{"mobile_number", RuleSeverity::error,
                 "a mobile telephone number in a narrative", "文字中出现手机号码"},
    BuiltinCheck{"other_year", RuleSeverity::warning,
                 "a narrative that calls itself the report of another year",
                 "文字把本报告写成了另一年度的报告"},
    BuiltinCheck{"other_basis", RuleSeverity::warning,
                 "a narrative that names the notice of another form as its basis",
                 "文字把另一种表样的文件写成了编制依据"},
    BuiltinCheck{"wording", RuleSeverity::hint, "words that site.yaml lists as wrong",
                 "site.yaml 列为不当的用词"},
    BuiltinCheck{"text_numbers", RuleSeverity::hint,
                 "a number in a narrative that the tables do not give", "文字中的数字与表格对不上"},
    BuiltinCheck{"similar_text", RuleSeverity::hint,
                 "a narrative nearly the same as last year's or as another agency's",
                 "文字与上年或其他机关的报告雷同"},
    BuiltinCheck{"same_tables", RuleSeverity::hint,
                 "a whole table with last year's figures", "整张表与上年完全相同"},
    BuiltinCheck{"late", RuleSeverity::hint, "a report published after its deadline",
                 "报告晚于规定期限公布"},
    BuiltinCheck{"missing", RuleSeverity::hint,
                 "a report that is owed, not there, and past its deadline",
                 "应当公布的报告过期未交"},
};

}  // namespace

std::span<const BuiltinCheck> builtin_checks() { return list; }

const BuiltinCheck* builtin_check(std::string_view id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const BuiltinCheck& c) { return c.id == id; });
  return found == list.end() ? nullptr : &*found;
}

RuleSeverity severity_of(const BuiltinCheck& check, const Settings& settings) {
  const auto chosen = settings.checks.find(std::string(check.id));
  return chosen == settings.checks.end() ? check.severity : chosen->second;
}

Severity to_severity(RuleSeverity severity) {
  return severity == RuleSeverity::error     ? Severity::error
         : severity == RuleSeverity::warning ? Severity::warning
                                             : Severity::hint;
}

}  // namespace gongkai
