#include "write/update.h"

#include <doctest/doctest.h>

#include "builtin_form.h"
#include "write/report_text.h"

using namespace gongkai;
using gongkai::test::builtin_form;

namespace {

const Form& form() { return builtin_form("cn-2021"); }

FiledCell number(const char* address, std::int64_t value, std::string note = "") {
  return {form().cell(address), Figure::of(value), {std::move(note), "", ""}};
}

FiledCell blank(const char* address) {
  return {form().cell(address), Figure::without_number(State::not_reported), {}};
}

std::string update(const std::string& text, const std::vector<FiledCell>& cells) {
  Diagnostics diagnostics;
  const auto updated = update_report(form(), "report.yaml", text, cells, diagnostics);
  if (!updated) return diagnostics.items().empty() ? "?" : std::string(diagnostics.items()[0].code());
  return updated->text;
}

const std::string sheet =
    "form: cn-2021   # the form\n"
    "status: draft\n"
    "tables:\n"
    "  二: 0\n"
    "  三:\n"
    "    # counted twice\n"
    "    一:       [12,  3, 0, 0, 1, 0, 16]  # as on paper\n"
    "    三（一）: [11,  3, 0, 0, 1, {value: 0, note: 查无}, 15]\n"
    "    （三）: 0\n"
    "    四: [1, ~, 0, 0, 0, 0, 1]\n"
    "    rest: 0\n"
    "  四:\n"
    "    行政复议: {结果维持: 5, 结果纠正: 0, 其他结果: 0, 尚未审结: 0}\n"
    "    未经复议直接起诉: 0\n"
    "    复议后起诉: 0\n"
    "explanations: []   # none\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("update: equal figures leave the file as it is") {
  CHECK(update(sheet, {number("requests.new.natural", 12), number("proactive.licensing.decisions", 0),
                       number("disputes.review.total", 5), blank("requests.carried_out.commercial"),
                       number("requests.granted.other", 0), blank("disputes.review.total")}) == sheet);
}

TEST_CASE("update: a figure is replaced where it stands, its column stays aligned") {
  CHECK(update(sheet, {number("requests.new.commercial", 14)}) ==
        with(sheet, "[12,  3, 0, 0, 1, 0, 16]  #", "[12, 14, 0, 0, 1, 0, 16]  #"));
  CHECK(update(sheet, {number("requests.new.natural", 7)}) ==
        with(sheet, "[12,  3, 0, 0, 1, 0, 16]", "[ 7,  3, 0, 0, 1, 0, 16]"));
  CHECK(update(sheet, {number("requests.new.total", 11398889)}) ==
        with(sheet, "1, 0, 16]", "1, 0, 11398889]"));
  CHECK(update(sheet, {number("requests.carried_out.commercial", 0)}) ==
        with(sheet, "[1, ~, 0", "[1, 0, 0"));
  CHECK(update(sheet, {blank("requests.carried_out.natural")}) ==
        with(sheet, "[1, ~, 0", "[~, ~, 0"));
  CHECK(update(sheet, {number("disputes.review.upheld", 6)}) ==
        with(sheet, "结果维持: 5", "结果维持: 6"));
}

TEST_CASE("update: a note stays with its figure unless a new one comes") {
  CHECK(update(sheet, {number("requests.granted.other", 2)}) ==
        with(sheet, "{value: 0, note: 查无}", "{value: 2, note: 查无}"));
  CHECK(update(sheet, {number("requests.granted.other", 2, "含转办")}) ==
        with(sheet, "{value: 0, note: 查无}", "{value: 2, note: 含转办}"));
  CHECK(update(sheet, {number("requests.carried_out.natural", 1, "待补正")}) ==
        with(sheet, "四: [1,", "四: [{value: 1, note: 待补正},"));
}

TEST_CASE("update: what stands in one zero for many is written out") {
  CHECK(update(sheet, {number("requests.carried_in.natural", 4)}) ==
        with(sheet, "# as on paper\n",
             "# as on paper\n    二: [ 4, 0, 0, 0, 0, 0,  0]\n"));
  CHECK(update(sheet, {number("disputes.direct.upheld", 1)}) ==
        with(sheet, "未经复议直接起诉: 0", "未经复议直接起诉: [1, 0, 0, 0, 0]"));
  const std::string head = update(sheet, {number("requests.prohibited_by_law.natural", 3)});
  CHECK(head.find("    三（三）2: [ 3, 0, 0, 0, 0, 0,  0]\n") != std::string::npos);
  CHECK(head.find("    三（三）8: [ 0,") != std::string::npos);
  CHECK(head.find("（三）: 0") == std::string::npos);
  const std::string table = update(sheet, {number("proactive.punishment.decisions", 9)});
  CHECK(table.find("  二:\n    规章: [0, 0, 0]\n") != std::string::npos);
  CHECK(table.find("    行政处罚: [9]\n") != std::string::npos);
  // A computed total is not written unless it comes as something else.
  CHECK(update(sheet, {number("disputes.review.total", 7)}) ==
        with(sheet, "{结果维持: 5, 结果纠正: 0, 其他结果: 0, 尚未审结: 0}", "[5, 0, 0, 0, 7]"));
}

TEST_CASE("update: nested ids, flow style and line ends stay") {
  const std::string nested =
      "form: cn-2021\r\nstatus: draft\r\ntables:\r\n  requests:\r\n    new:\r\n      natural: 1\r\n"
      "      total: 1\r\n    rest: 0\r\n  proactive: 0\r\n  disputes: {review: 0, direct: 0, after_review: 0}\r\n";
  CHECK(update(nested, {number("requests.new.natural", 2), number("disputes.review.other", 1)}) ==
        with(with(nested, "natural: 1", "natural: 2"), "review: 0", "review: [0, 0, 1, 0, 0]"));
}

TEST_CASE("update: what cannot be meant is refused") {
  CHECK(update("form: cn-2021\ntables: {二: 0, 三: [", {}) == "yaml-unclosed-bracket");
  CHECK(update(sheet, {number("requests.other.natural", 1)}) == "update-impossible");
}

TEST_CASE("a report of cells is written as a sheet and reads back as the same cells") {
  std::vector<FiledCell> cells;
  for (CellIndex cell = 0; cell < form().cells.size(); ++cell) {
    if (form().cells[cell].head) continue;
    cells.push_back({cell, Figure::of(static_cast<std::int64_t>(cell)), {}});
  }
  cells[3].detail.note = "其中修订16件";
  Report report = report_of(form(), cells);
  report.status = Status::draft;
  report.attachments.push_back({"2024年 报告.docx", "原件", 0, {}});
  const std::string text = report_text(report);
  CHECK(text.find("attachments:\n  - {file: 2024年 报告.docx, title: 原件}\n") != std::string::npos);
  CHECK(update(text, cells) == text);
}
