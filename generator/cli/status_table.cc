#include "cli/status_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/utf8.h"

namespace gongkai {
namespace {

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (char32_t c : to_code_points(text)) width += static_cast<std::size_t>(display_width(c));
  return width;
}

/// Builds the table of a terminal.
class TableText {
 public:
  TableText(const YearStatus& status, const Settings& settings, Language language)
      : status_(status), settings_(settings), zh_(language == Language::zh) {}

  std::string make() {
    add_head();
    int kind = -1;
    for (const AgencyStatus& agency : status_.agencies) {
      if (agency.duty.agency->kind != kind) {
        kind = agency.duty.agency->kind;
        lines_.push_back({settings_.kinds[static_cast<std::size_t>(kind)].label});
      }
      add(agency);
    }
    std::string text = fmt::format(
        fmt::runtime(say("Reports of {}, on {}\n\n", "{} 年度报告，{}\n\n")), status_.year,
        status_.today.str());
    return text + columns() + "\n" + sums();
  }

 private:
  using Line = std::vector<std::string>;

  const char* say(const char* en, const char* zh) const { return zh_ ? zh : en; }
  std::string yes_or_no(bool truth) const { return truth ? say("yes", "是") : say("no", "否"); }

  void add_head() {
    lines_.push_back({say("Agency", "机关"), say("owed", "应交"), say("received", "收到"),
                      say("errors", "差错"), say("warnings", "待核对"), say("ready", "可公布"),
                      say("published", "已公布"), say("last day", "期限"),
                      say("time", "时限情况")});
  }

  void add(const AgencyStatus& agency) {
    const Duty& duty = agency.duty;
    const auto count = [&](int n) { return agency.received ? std::to_string(n) : std::string("-"); };
    lines_.push_back({"  " + duty.agency->short_name, yes_or_no(duty.owed),
                      yes_or_no(agency.received), count(agency.errors), count(agency.warnings),
                      yes_or_no(agency.ready), yes_or_no(agency.published),
                      duty.due ? duty.due->str() : "-", time_of(duty)});
  }

  std::string time_of(const Duty& duty) const {
    switch (duty.state) {
      case DutyState::on_time: return say("on time", "按期");
      case DutyState::late: return days("{} days late", "迟 {} 天", duty.days_late);
      case DutyState::published:
        return duty.owed ? say("no last day", "未设期限") : say("not owed", "不属应交");
      case DutyState::date_unknown: return say("day of publication unknown", "公布日期不详");
      case DutyState::withdrawn: return say("withdrawn", "已撤回");
      case DutyState::awaited:
      case DutyState::missing: return left_of(duty);
      case DutyState::draft: return say("draft, ", "草稿，") + left_of(duty);
      case DutyState::left_out: return say("cannot be read, ", "有错误未读入，") + left_of(duty);
      case DutyState::scheduled:
        return fmt::format(fmt::runtime(say("to appear on {}, ", "定于 {} 公布，")),
                           duty.report->published->date.str()) +
               left_of(duty);
    }
    return {};
  }

  std::string left_of(const Duty& duty) const {
    if (!duty.owed) return say("not owed", "不属应交");
    if (!duty.due) return say("no last day", "未设期限");
    if (duty.days_late > 0) return days("{} days overdue", "逾期 {} 天", duty.days_late);
    if (duty.days_late == 0) return say("due today", "今天到期");
    return days("{} days left", "还剩 {} 天", -duty.days_late);
  }

  std::string days(const char* en, const char* zh, int n) const {
    std::string text = fmt::format(fmt::runtime(say(en, zh)), n);
    const std::size_t plural = text.find("1 days");
    if (plural == 0) text.erase(std::string_view("1 day").size(), 1);
    return text;
  }

  std::string columns() const {
    std::vector<std::size_t> widths;
    for (const Line& line : lines_) {
      if (line.size() == 1) continue;  // the label of a kind may run across
      widths.resize(std::max(widths.size(), line.size()));
      for (std::size_t i = 0; i < line.size(); ++i) {
        widths[i] = std::max(widths[i], width_of(line[i]));
      }
    }
    std::string text;
    for (const Line& line : lines_) {
      for (std::size_t i = 0; i < line.size(); ++i) {
        text += line[i];
        if (i + 1 < line.size()) text += std::string(widths[i] - width_of(line[i]) + 2, ' ');
      }
      text += "\n";
    }
    return text;
  }

  std::string sums() const {
    const StatusSums sums = status_.sums();
    return fmt::format(
        fmt::runtime(say("owed: {}; received: {}; with errors: {}; ready: {}; published: {}; "
                         "overdue: {}\n",
                         "应交 {}，收到 {}，有差错 {}，可公布 {}，已公布 {}，逾期未公布 {}\n")),
        sums.owed, sums.received, sums.failing, sums.ready, sums.published, sums.overdue);
  }

  const YearStatus& status_;
  const Settings& settings_;
  bool zh_;
  std::vector<Line> lines_;
};

}  // namespace

std::string status_table(const YearStatus& status, const Settings& settings, Language language) {
  return TableText(status, settings, language).make();
}

}  // namespace gongkai
