#include "load/form.h"

#include <doctest/doctest.h>

#include "load/form_table.h"
#include "model/address.h"
#include "model/completion.h"

using namespace gongkai;

namespace {

const Form& builtin(const std::string& id) {
  static std::map<std::string, Form> forms;
  if (!forms.count(id)) {
    Diagnostics diagnostics;
    auto form = load_form({}, {id, std::string(builtin_folder) + id + ".yaml"}, {}, diagnostics);
    REQUIRE(form);
    CHECK(diagnostics.empty());
    forms.emplace(id, std::move(*form));
  }
  return forms.at(id);
}

std::string found(const Form& form, const char* written) {
  const AddressResult result = resolve_address(form, written);
  if (result.cell != no_cell) return form.cells[result.cell].address;
  return result.candidates.empty() ? "? " + result.nearest : "several";
}

std::size_t leaf_cells(const Form& form, const char* table) {
  std::size_t count = 0;
  for (CellIndex i = 0; i < form.cells.size(); ++i) {
    if (form.table_of(i).id == table && !form.cells[i].head) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("the national forms have the cells that they print") {
  const Form& now = builtin("cn-2021");
  CHECK(leaf_cells(now, "proactive") == 10);
  CHECK(leaf_cells(now, "requests") == 175);
  CHECK(leaf_cells(now, "disputes") == 15);
  const Form& trial = builtin("cn-2019");
  CHECK(leaf_cells(trial, "proactive") == 22);
  CHECK(leaf_cells(trial, "requests") == 161);
  CHECK(leaf_cells(trial, "disputes") == 15);
  CHECK(builtin("narrative").tables.empty());
}

TEST_CASE("a cell answers to ids, numbers, labels and aliases") {
  const Form& form = builtin("cn-2021");
  CHECK(found(form, "requests.new.total") == "requests.new.total");
  CHECK(found(form, "三.一.总计") == "requests.new.total");
  CHECK(found(form, "三.三（三）5.自然人") == "requests.internal_affairs.natural");
  CHECK(found(form, "三.三(三)5.自然人") == "requests.internal_affairs.natural");
  CHECK(found(form, "三.三（三）.5.自然人") == "requests.internal_affairs.natural");
  CHECK(found(form, "requests.5.属于三类内部事务信息.总计") == "requests.internal_affairs.total");
  CHECK(found(form, "三.一、本年新收政府信息公开申请数量.社会组织") == "requests.new.social");
  CHECK(found(form, "二.规范性文件.现行有效件") == "proactive.normative_documents.in_force");
  CHECK(found(form, "四.行政复议.总计") == "disputes.review.total");
  CHECK(found(form, "disputes.复议后起诉.结果维持") == "disputes.after_review.upheld");
  CHECK(found(form, "requests.denied.natural") == "requests.denied.natural");
  CHECK(found(form, "三.5.自然人") == "several");
  CHECK(found(form, "requests.new.totl") == "? requests.new.total");
  CHECK(found(form, "") == "? ");
  CHECK(found(form, "...") == "? ");
}

TEST_CASE("totals add up the other leaves, unsplit heads standing for their children") {
  const Form& form = builtin("cn-2021");
  const CellSpec& processed = form.cells[form.cell("requests.processed.natural")];
  CHECK(processed.column_parts.size() == 19);  // 2 + 8 + 3 + 5 rows, and （六） as one
  CHECK(form.cells[form.cell("requests.new.total")].row_parts.size() == 6);
  CHECK(form.cells[form.cell("disputes.direct.total")].row_parts.size() == 4);
  CHECK(form.cells[form.cell("requests.denied.natural")].leaves.size() == 8);
  CHECK(form.cells[form.cell("requests.new.natural")].column_parts.empty());
}

TEST_CASE("the series continues exactly where the forms ask the same") {
  const Form& form = builtin("cn-2021");
  const auto continues = [&](const char* address) {
    return static_cast<bool>(form.series.continues[form.cell(address)]);
  };
  CHECK(continues("requests.new.total"));
  CHECK(continues("requests.other.total"));
  CHECK(!continues("requests.other_reasons.total"));
  CHECK(!continues("requests.uncorrected.natural"));
  CHECK(continues("disputes.review.pending"));
  CHECK(continues("proactive.punishment.decisions"));
  CHECK(!continues("proactive.fees.amount"));
  CHECK(!continues("proactive.regulations.in_force"));
}

TEST_CASE("what was left out is completed, rows before columns, and never a printed blank") {
  const Form& form = builtin("cn-2021");
  std::vector<Cell> cells(form.cells.size());
  const auto cell = [&](const char* address) -> Cell& { return cells[form.cell(address)]; };
  for (CellIndex i = 0; i < cells.size(); ++i) {
    const CellSpec& spec = form.cells[i];
    if (form.table_of(i).id != "requests" || spec.head || spec.total) continue;
    cells[i] = {Figure::of(1), {1, 1}};
  }
  cell("requests.carried_in.total") = {Figure::without_number(State::not_reported), {5, 9}};
  complete(form, cells);
  CHECK(cell("requests.new.total").figure == Figure::of(6, Origin::computed));
  CHECK(cell("requests.denied.natural").figure == Figure::of(8, Origin::derived));
  CHECK(cell("requests.denied.total").figure == Figure::of(48, Origin::derived));
  CHECK(cell("requests.processed.natural").figure == Figure::of(21, Origin::computed));
  CHECK(cell("requests.processed.total").figure == Figure::of(126, Origin::computed));
  CHECK(cell("requests.carried_in.total").figure.state == State::not_reported);
  CHECK(cell("disputes.review.total").figure.state == State::not_reported);
}

TEST_CASE("a total is not completed while a part is missing") {
  const Form& form = builtin("cn-2021");
  std::vector<Cell> cells(form.cells.size());
  cells[form.cell("disputes.review.upheld")] = {Figure::of(3), {1, 1}};
  complete(form, cells);
  CHECK(cells[form.cell("disputes.review.total")].figure.state == State::not_reported);
}
