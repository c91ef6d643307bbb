#include "cli/rollup_remarks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace gongkai {
namespace {

const char* words(Language language, const char* en, const char* zh) {
  return language == Language::zh ? zh : en;
}

const char* absence_text(Absence absence, Language language) {
  switch (absence) {
    case Absence::no_report:
      return words(language, "has no report", "没有报告");
    case Absence::left_out:
      return words(language, "the report has an error", "报告有错误");
    case Absence::draft:
      return words(language, "the report is a draft", "报告还是草稿");
    case Absence::withdrawn:
      return words(language, "the report was withdrawn", "报告已撤回");
    case Absence::future:
      return words(language, "the report is dated in the future", "报告发布日期未到");
    case Absence::other_scope:
      return words(language, "is an office and filed a consolidated report",
                   "是本级机关，填报的却是全辖");
  }
  return "";
}

const char* gap_text(Gap gap, Language language) {
  switch (gap) {
    case Gap::not_reported:
      return words(language, "not reported", "未填报");
    case Gap::other_form:
      return words(language, "filed in another form", "使用另一种表样");
    case Gap::other_unit:
      return words(language, "filed in another unit", "单位不同");
  }
  return "";
}

std::string gaps_text(const std::vector<PartGap>& gaps, Language language) {
  std::vector<std::string> parts;
  for (const PartGap& gap : gaps) {
    parts.push_back(fmt::format(fmt::runtime(words(language, "{} ({})", "{}（{}）")),
                                gap.report->agency->short_name, gap_text(gap.gap, language)));
  }
  return fmt::format("{}", fmt::join(parts, words(language, ", ", "、")));
}

/// Why cells of a row are blank, each reason once with its columns.
std::vector<std::string> row_lines(const Rollup& rollup, const Row& row, Language language) {
  const Form& form = *rollup.report.form;
  std::map<std::string, std::vector<std::string>> columns;
  for (CellIndex cell : row.cells) {
    const auto found = rollup.gaps.find(cell);
    if (found == rollup.gaps.end()) continue;
    columns[gaps_text(found->second, language)].push_back(form.column(cell).label);
  }
  std::vector<std::string> lines;
  for (const auto& [reason, labels] : columns) {
    const std::string which =
        labels.size() == row.cells.size()
            ? words(language, "left blank", "留空")
            : fmt::format(fmt::runtime(words(language, "{} left blank", "{}留空")),
                          fmt::join(labels, words(language, ", ", "、")));
    lines.push_back(fmt::format(fmt::runtime(words(language, "{}: {}", "{}：{}")), which, reason));
  }
  return lines;
}

}  // namespace

std::vector<std::string> missing_lines(const Rollup& rollup, Language language) {
  std::vector<std::string> lines;
  for (const MissingPart& part : rollup.parts.missing) {
    lines.push_back(
        fmt::format(fmt::runtime(words(language, "missing: {} ({}): {}", "缺：{}（{}）：{}")),
                    part.agency->name, part.agency->id, absence_text(part.absence, language)));
  }
  return lines;
}

Remarks remarks_of(const Rollup& rollup, Language language) {
  Remarks remarks;
  remarks.top.push_back(
      fmt::format(fmt::runtime(words(language, "Added up by gongkai rollup from {} reports.",
                                     "由 gongkai rollup 从 {} 份报告汇总。")),
                  rollup.parts.reports.size()));
  for (std::string& line : missing_lines(rollup, language)) {
    remarks.top.push_back(std::move(line));
  }
  remarks.top.push_back(
      words(language, "To publish it: check it, write published: and take out status: draft.",
            "核对以后补上 published:，删除 status: draft，即可公布。"));
  for (const Table& table : rollup.report.form->tables) {
    for (const Row& row : table.rows) {
      if (row.cells.empty()) continue;
      std::vector<std::string> lines = row_lines(rollup, row, language);
      if (!lines.empty()) remarks.cells.emplace(row.cells.front(), std::move(lines));
    }
  }
  return remarks;
}

std::size_t blank_cells(const Rollup& rollup) {
  const Report& report = rollup.report;
  std::size_t blank = 0;
  for (CellIndex cell = 0; cell < report.cells.size(); ++cell) {
    if (!report.form->cells[cell].head && !report.figure(cell).is_number()) ++blank;
  }
  return blank;
}

}  // namespace gongkai
