#include "cli/against.h"

#include <fmt/format.h>

#include "cli/report_argument.h"
#include "diagnostics/codes/import.h"
#include "import/import.h"

namespace gongkai {

int check_against(const Session& session, const std::filesystem::path& site,
                  const std::string& original_file, const std::string& argument,
                  const Console& console) {
  const auto asked =
      read_report_argument(*session.catalog, argument, ArgumentShape::agency_year, console);
  if (!asked) return exit_wrong_use;
  if (!asked->report) {
    console.complain(fmt::format(
        fmt::runtime(console.words(
            "gongkai: there is no report of {} for {} that can be read; gongkai check tells more",
            "gongkai：{}没有可以读取的 {} 年度报告；详见 gongkai check")),
        asked->agency->name, asked->year));
    return exit_content_has_errors;
  }
  const Report& report = *asked->report;
  Diagnostics problems;
  const auto original = open_original(original_file, session.catalog->forms, problems);
  std::size_t different = 0, compared = 0, due = 0;
  if (original) {
    const BoundReport bound = bind_to_form(*report.form, original->document, original->name);
    problems.append(bound.diagnostics);
    due = bound.due_cells();
    for (const FiledCell& filed : bound.cells) {
      ++compared;
      const CellDetail* detail = report.detail(filed.cell);
      const bool same_unit = filed.detail.unit == (detail ? detail->unit : "");
      if (same_figure(report.figure(filed.cell), filed.figure) && same_unit) continue;
      ++different;
      CellDetail theirs;
      theirs.unit = filed.detail.unit;
      CellDetail ours;
      if (detail) ours.unit = detail->unit;
      problems.add(codes::differs_from_original, report.at(report.cells[filed.cell].mark),
                   {report.form->cell_label(filed.cell),
                    cell_text(report.figure(filed.cell), detail ? &ours : nullptr),
                    cell_text(filed.figure, &theirs)});
    }
  }
  problems.sort();
  console.print(problems, site, true);
  console.say(fmt::format(
      fmt::runtime(console.words("{} and {}/{}: {} of {} cells compared, {} differ",
                                 "{} 与 {}/{}：核对 {}/{} 格，不同 {} 格")),
      original_file, asked->agency->id, asked->year, compared, due, different));
  return problems.has_errors() ? exit_content_has_errors : exit_done;
}

}  // namespace gongkai
