#include "texts/other_year.h"

#include <algorithm>
#include <array>
#include <optional>

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"
#include "model/folding.h"
#include "texts/passage.h"
#include "texts/written_year.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_title = 240;  // bytes

// The years in which the report's period begins and ends.
struct Period {
  int first, last;
  explicit Period(const Report& report)
      : first(report.year - (report.form->period_from > report.form->period_to ? 1 : 0)),
        last(report.year) {}
  bool has(int year) const { return year == first || year == last; }
};

std::string title_of(const Report& report, const std::string& agency, int year) {
  std::string title = report.form->title;
  for (const auto& [name, value] : {std::pair<std::string_view, std::string>("{agency}", agency),
                                    {"{year}", std::to_string(year)}}) {
    const std::size_t at = title.find(name);
    if (at != std::string::npos) title.replace(at, name.size(), value);
  }
  return fold(title);
}

// 2023年度政府信息公开 and 2023年政府信息公开 are the same title.
std::string without_du(std::string text) {
  const std::size_t at = text.find("年度政府");
  if (at != std::string::npos) text.erase(at + std::string_view("年").size(), 3);
  return text;
}

bool is_title(const Report& report, std::string_view text, const WrittenYear& year) {
  const std::size_t begin = text.rfind('\n', year.begin) + 1;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.size() > longest_title) return false;
  constexpr std::string_view marks = "#*_ \t\r";
  const std::size_t first = line.find_first_not_of(marks);
  line = line.substr(first, line.find_last_not_of(marks) - first + 1);
  const std::string folded = without_du(fold(line));
  const Agency& agency = *report.agency;
  const std::array<std::string, 3> names = {agency.name_in(report.year), agency.short_name, ""};
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return folded == without_du(title_of(report, name, year.year));
  });
}

// 现将2023年政府信息公开工作情况报告如下
bool is_announcement(std::string_view text, const WrittenYear& year) {
  const Passage clause = clause_at(text, year.begin);
  const std::string_view before = text.substr(clause.begin, year.begin - clause.begin);
  const std::string_view after = text.substr(year.end, clause.end() - year.end);
  if (!after.starts_with("年") && !after.starts_with(" 年")) return false;
  const std::size_t topic = after.find("政府信息公开");
  if (topic == after.npos || topic > std::string_view("年度全镇区县市机关政府信息公开").size()) {
    return false;
  }
  if (!has_any(after.substr(topic), {"报告", "年报", "情况"})) return false;
  return has_any(before, {"现将", "现就", "现公布", "现发布", "现向", "特向", "本报告是",
                          "本报告为", "本报告系"}) ||
         has_any(after, {"如下"});
}

std::string_view skip(std::string_view text, std::initializer_list<std::string_view> words) {
  for (bool found = true; found;) {
    found = false;
    for (std::string_view word : words) {
      if (!text.starts_with(word)) continue;
      text.remove_prefix(word.size());
      found = true;
    }
  }
  return text;
}

// Whether nothing but words such as 为 and 从 stand between a word for the period and the year.
bool follows_period_word(std::string_view before) {
  constexpr std::array<std::string_view, 15> words = {
      "统计期限", "统计时限", "统计期间", "统计时间", "统计周期", "统计区间", "数据期限", "数据时限",
      "时间范围", "报告期限", "报告期间", "报告期",   "起止时间", "所列数据", "统计数据"};
  for (std::string_view word : words) {
    const std::size_t at = before.rfind(word);
    if (at == before.npos) continue;
    const std::string_view rest = before.substr(at + word.size());
    if (skip(rest, {"均", "为", "是", "从", "自", "由", "于", "：", ":", " "}).empty()) return true;
  }
  return false;
}

std::string day_in_words(const std::string& month_day) {
  const int month = std::stoi(month_day.substr(0, 2)), day = std::stoi(month_day.substr(3));
  return "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

// 本报告所列数据的统计期限从2023年1月1日至2023年12月31日
bool is_period(const Report& report, std::string_view text, const WrittenYear& year) {
  const Passage sentence = sentence_at(text, year.begin);
  const std::string_view before = text.substr(sentence.begin, year.begin - sentence.begin);
  const std::string_view after = text.substr(year.end, sentence.end() - year.end);
  if (follows_period_word(before)) return true;
  if (before.find("本报告") == before.npos) return false;
  const std::string first = day_in_words(report.form->period_from);
  if (!after.starts_with(first)) return false;
  const std::string_view rest = skip(after.substr(first.size()), {"起", "，", " "});
  return rest.starts_with("至") || rest.starts_with("到") || rest.starts_with("—") ||
         rest.starts_with("-");
}

// The other end of a period: 统计期限从2024年1月1日起至2023年12月31日
bool ends_period(const Report& report, std::string_view text, const WrittenYear& before,
                 const WrittenYear& year) {
  const std::string_view between = text.substr(before.end, year.begin - before.end);
  const std::string first = day_in_words(report.form->period_from);
  return between.starts_with(first) &&
         skip(between.substr(first.size()), {"起", "，", "至", "到", "—", "-", "止", " "}).empty();
}

// Sentences that look back, and those that say since when a notice is in force.
bool looks_elsewhere(std::string_view text, const WrittenYear& year) {
  return has_any(sentence_at(text, year.begin).text,
                 {"上年", "上一年", "去年", "往年", "前年", "以前", "此前", "较20", "较上", "相比",
                  "同比", "比20", "以来", "施行", "实施", "印发"});
}

}  // namespace

void check_other_year(const Settings& settings, const Report& report, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("other_year"), settings);
  if (severity == RuleSeverity::off) return;
  const Period period(report);
  for (const Narrative& narrative : report.narratives) {
    const std::string_view text = narrative.text;
    const std::vector<WrittenYear> years = written_years(text);
    std::size_t said_until = 0;  // one message a sentence
    for (std::size_t i = 0; i < years.size(); ++i) {
      const WrittenYear& year = years[i];
      if (period.has(year.year) || year.begin < said_until) continue;
      const bool end = i > 0 && ends_period(report, text, years[i - 1], year) &&
                       is_period(report, text, years[i - 1]);
      if (!end && !is_title(report, text, year) && !is_announcement(text, year) &&
          !is_period(report, text, year)) {
        continue;
      }
      if (looks_elsewhere(text, year)) continue;
      said_until = sentence_at(text, year.begin).end();
      add_unless_confirmed(report, narrative, year.begin, year.end - year.begin,
                           codes::other_year, severity,
                           {std::to_string(year.year), std::to_string(report.year)}, diagnostics);
    }
  }
}

}  // namespace gongkai
