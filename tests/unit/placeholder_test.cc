#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/figure_text.h"
#include "model/address.h"
#include "narrative/direction.h"
#include "narrative/narrative.h"

using namespace gongkai;

namespace {

// requests (三): rows new (一), granted (二), cost (三), days (四); columns natural and total.
Form make_form(const std::string& id) {
  Form form;
  form.id = id;
  Table table;
  table.id = "requests";
  table.number = "三";
  table.caption = "收到和处理政府信息公开申请情况";
  Block block;
  const std::pair<const char*, const char*> columns[] = {{"natural", "自然人"}, {"total", "总计"}};
  for (const auto& [column, label] : columns) {
    const int index = static_cast<int>(block.columns.lines.size());
    Line line;
    line.id = column;
    line.label = label;
    block.columns.lines.push_back(line);
    block.columns.slots.push_back(index);
    block.columns.leaves.push_back(index);
  }
  const struct {
    const char *id, *label, *number;
    FigureType type;
  } rows[] = {{"new", "一、本年新收", "一", FigureType::count},
              {"granted", "二、予以公开", "二", FigureType::signed_count},
              {"cost", "三、信息处理费", "三", FigureType::money},
              {"days", "四、平均天数", "四", FigureType::days}};
  for (const auto& written : rows) {
    const int index = static_cast<int>(table.rows.size());
    Line line;
    line.id = written.id;
    line.label = written.label;
    line.number = written.number;
    block.rows.lines.push_back(line);
    block.rows.slots.push_back(index);
    block.rows.leaves.push_back(index);
    Row row;
    row.id = written.id;
    row.label = written.label;
    row.number = row.own_number = written.number;
    for (std::uint16_t column = 0; column < 2; ++column) {
      CellSpec cell;
      cell.address = std::string("requests.") + written.id + "." + columns[column].first;
      cell.row_id = written.id;
      cell.column_id = columns[column].first;
      cell.row = cell.row_slot = static_cast<std::uint16_t>(index);
      cell.column_slot = column;
      cell.type = written.type;
      row.cells.push_back(static_cast<CellIndex>(form.cells.size()));
      form.addresses[cell.address] = row.cells.back();
      form.cells.push_back(cell);
    }
    table.rows.push_back(row);
  }
  table.blocks.push_back(block);
  form.tables.push_back(table);
  index_keys(form);
  return form;
}

Figure number(const char* text) { return Figure::of(*Decimal::parse(text)); }

struct Fixture {
  Form form = make_form("cn-2021");
  Form next_form = make_form("cn-2031");
  Report report, previous;

  Fixture() {
    next_form.series.after = "cn-2021";
    next_form.series.continues = std::vector<bool>(next_form.cells.size(), true);
    next_form.series.continues[next_form.cell("requests.granted.total")] = false;
    for (Report* r : {&report, &previous}) {
      r->form = &form;
      r->cells.resize(form.cells.size());
    }
    report.year = 2024;
    previous.year = 2023;
    set("requests.new.natural", "100", "100");
    set("requests.new.total", "14069", "12506");
    set("requests.granted.natural", "7", "14");
    set("requests.granted.total", "3", "0");
    set("requests.cost.natural", "100001", "100000");
    set("requests.cost.total", "72701.2578", "70000");
    report.cells[form.cell("requests.days.total")].figure =
        Figure::without_number(State::below_limit);
  }
  void set(std::string_view address, const char* now, const char* before) {
    report.cells[form.cell(address)].figure = number(now);
    previous.cells[form.cell(address)].figure = number(before);
  }
};

struct Filled {
  std::string text;
  Diagnostics diagnostics;
};

Filled fill(const Fixture& fixture, std::string_view text, Language language = Language::zh,
            bool with_previous = true) {
  const FigureSource figures{fixture.report, with_previous ? &fixture.previous : nullptr};
  NarrativeOptions options;
  options.language = language;
  options.figures = &figures;
  Filled filled;
  filled.text = render_narrative({text, "report.md", 5}, options, filled.diagnostics).plain_text;
  if (filled.text.ends_with('\n')) filled.text.pop_back();
  return filled;
}

std::string only(const Diagnostics& diagnostics) {
  REQUIRE(diagnostics.items().size() == 1);
  const Diagnostic& d = diagnostics.items()[0];
  return std::to_string(d.position.mark.line) + ":" + std::to_string(d.position.mark.column) + " " +
         std::string(d.code());
}

}  // namespace

TEST_CASE("figures are put into the text") {
  const Fixture fixture;
  const std::pair<const char*, const char*> cases[] = {
      {"新收{{requests.new.total}}件", "新收14,069件"},
      {"{{ 三.一.总计 }}", "14,069"},
      {"{{三.本年新收.自然人}}", "100"},
      {"{{requests.granted.total}}", "+3"},
      {"{{requests.cost.total}}", "72,701.2578"},
      {"{{requests.days.total}}", "<1"},
      {"较上年{{requests.new.total | change}}。", "较上年增长12.5%。"},
      {"较上年{{requests.granted.natural|change}}。", "较上年下降50.0%。"},
      {"与上年{{三.一.自然人 | change}}", "与上年持平"},
      {"{{requests.cost.natural | change}}", "增长不足0.1%"},
      {"增长{{requests.new.total | rate}}", "增长12.5%"},
      {"占{{requests.granted.natural | share requests.new.natural}}", "占7.0%"},
      {"占{{requests.new.total | share requests.new.natural}}", "占14,069.0%"},
      {"**增长{{requests.new.total | rate}}**的", "增长12.5%的"},
      {"`{{requests.new.total}}`与``{{a`b}}``", "{{requests.new.total}}与{{a`b}}"},
      {"\\{{requests.new.total}}", "{{requests.new.total}}"},
      {"`一个反引号{{requests.new.total}}", "`一个反引号14,069"},
      {"{a} {", "{a} {"},
      {"```\n{{x}}\n```\n{{requests.new.total}}", "{{x}}\n14,069"},
      {"| 甲 | 乙 |\n|--|--|\n| {{requests.new.total | rate}} | 丙 |", "甲\t乙\n12.5%\t丙"},
      {"增长的有三项，其中{{requests.granted.natural | change}}", "增长的有三项，其中下降50.0%"},
      {"甲增长{{requests.new.total | rate}}、乙下降{{requests.granted.natural | rate}}",
       "甲增长12.5%、乙下降50.0%"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    const Filled filled = fill(fixture, text);
    CHECK(filled.text == expected);
    CHECK(filled.diagnostics.empty());
  }
  const std::pair<const char*, const char*> english[] = {
      {"It went {{requests.new.total | change}}.", "It went up 12.5%."},
      {"It went {{requests.granted.natural | change}}.", "It went down 50.0%."},
      {"It is {{requests.new.natural | change}}.", "It is unchanged."},
      {"It fell by {{requests.granted.natural | rate}}, 1,000 rose {{requests.new.total | rate}}",
       "It fell by 50.0%, 1,000 rose 12.5%"},
      {"The update says {{requests.granted.natural | rate}}", "The update says 50.0%"},
  };
  for (const auto& [text, expected] : english) {
    CAPTURE(std::string(text));
    const Filled filled = fill(fixture, text, Language::en);
    CHECK(filled.text == expected);
    CHECK(filled.diagnostics.empty());
  }
}

TEST_CASE("figures that cannot be put in are errors where they stand") {
  Fixture fixture;
  const std::pair<const char*, const char*> cases[] = {
      {"一\n　　新收{{requests.nothing.here}}件", "6:13 placeholder-unknown"},
      {"{{requests.new.totl}}", "5:1 placeholder-nearly"},
      {"{{requests.days.natural}}", "5:1 placeholder-no-number"},
      {"{{requests.days.total | change}}", "5:1 placeholder-no-number"},
      {"{{requests.new.total | share requests.days.total}}", "5:1 placeholder-no-number"},
      {"{{requests.granted.total | change}}", "5:1 placeholder-zero-base"},
      {"{{requests.new.total | grow}}", "5:1 placeholder-malformed"},
      {"{{requests.new.total | share}}", "5:1 placeholder-malformed"},
      {"{{}}", "5:1 placeholder-malformed"},
      {"甲{{requests.new.total\n}}", "5:4 placeholder-malformed"},
      {"｛｛requests.new.total｝｝", "5:1 placeholder-full-width"},
      {"{{requests.new.total｜change}}", "5:21 placeholder-full-width"},
      {"{{requests.new.total｝｝", "5:21 placeholder-full-width"},
      {"下降{{requests.new.total | rate}}", "5:7 placeholder-direction"},
      {"减少了约{{requests.new.total | change}}", "5:13 placeholder-direction"},
      {"甲增长{{requests.granted.natural | rate}}", "5:10 placeholder-direction"},
      {"增长{{requests.new.natural | rate}}", "5:7 placeholder-direction"},
      {"增长了 {{requests.new.total | change}}", "5:11 placeholder-doubled"},
      {"- 甲\n  - 乙{{nothing}}", "6:8 placeholder-unknown"},
      {"> 乙{{nothing}}", "5:6 placeholder-unknown"},
      {"| 甲 |\n|--|\n| 乙{{nothing}} |", "7:6 placeholder-unknown"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    CHECK(only(fill(fixture, text).diagnostics) == expected);
  }
  CHECK(only(fill(fixture, "It rose {{requests.granted.natural | rate}}", Language::en)
                 .diagnostics) == "5:9 placeholder-direction");

  fixture.set("requests.new.natural", "0", "0");
  CHECK(only(fill(fixture, "{{requests.new.total | share requests.new.natural}}").diagnostics) ==
        "5:1 placeholder-zero-base");
  CHECK(only(fill(fixture, "{{requests.new.natural | rate}}").diagnostics) ==
        "5:1 placeholder-zero-base");
  CHECK(only(fill(fixture, "{{requests.new.total | change}}", Language::zh, false).diagnostics) ==
        "5:1 placeholder-no-previous");
  fixture.previous.cells[fixture.form.cell("requests.new.natural")].figure = Figure{};
  CHECK(only(fill(fixture, "{{requests.new.natural | rate}}").diagnostics) ==
        "5:1 placeholder-previous-no-number");
  fixture.previous.scope = Scope::all;
  CHECK(only(fill(fixture, "{{requests.new.total | change}}").diagnostics) ==
        "5:1 placeholder-scope");
}

TEST_CASE("a change is not taken across a break of the series") {
  Fixture fixture;
  fixture.set("requests.granted.total", "3", "2");
  fixture.report.form = &fixture.next_form;
  CHECK(fill(fixture, "{{requests.new.total | change}}").text == "增长12.5%");
  CHECK(only(fill(fixture, "{{requests.granted.total | change}}").diagnostics) ==
        "5:1 placeholder-break");
}

TEST_CASE("an address that fits several figures") {
  Fixture fixture;
  fixture.form.tables[0].rows[1].label = fixture.form.tables[0].rows[0].label;
  index_keys(fixture.form);
  CHECK(only(fill(fixture, "{{三.一、本年新收.总计}}").diagnostics) == "5:1 placeholder-ambiguous");
}

TEST_CASE("a text that belongs to no report takes no figures") {
  Diagnostics diagnostics;
  CHECK(render_narrative({"{{a.b.c}}", "content/index.md", 1}, {}, diagnostics).html ==
        "<p>{{a.b.c}}</p>\n");
  CHECK(only(diagnostics) == "1:1 placeholder-outside-report");
}

TEST_CASE("every wording can be filled in") {
  Fixture fixture;
  for (const char* text : {"{{x}", "{{a.b}}", "{{requests.new.totl}}", "｛｛",
                           "增长{{三.一.总计|change}}", "减少{{三.一.总计|change}}",
                           "{{三.一.总计|grow}}", "{{requests.granted.total | change}}"}) {
    const Filled filled = fill(fixture, text);
    CHECK(filled.diagnostics.items().size() == 1);
    for (const Diagnostic& d : filled.diagnostics.items()) {
      for (Language language : {Language::zh, Language::en}) {
        CHECK_FALSE(message(d, language).empty());
        CHECK_FALSE(help(d, language).empty());
      }
    }
  }
  const Diagnostics malformed = fill(fixture, "{{x}").diagnostics;
  CHECK(help(malformed.items().at(0), Language::en).find("write {{address}},") == 0);
}

TEST_CASE("words for the direction of a figure") {
  CHECK(last_direction_word("新收增长").direction == Direction::up);
  CHECK(last_direction_word("新收增长").adjacent);
  CHECK(last_direction_word("增加了 ").adjacent);
  CHECK_FALSE(last_direction_word("增长率为").adjacent);
  CHECK(last_direction_word("增长，其中").word.empty());
  CHECK(last_direction_word("增长\n其中").word.empty());
  CHECK(last_direction_word("增长1,000件后下降").direction == Direction::down);
  CHECK(last_direction_word("增长1,000件").word == "增长");
  CHECK(last_direction_word("it rose. Then").word.empty());
  CHECK(last_direction_word("the group").word.empty());
}

TEST_CASE("figures as pages print them") {
  const std::pair<const char*, const char*> cases[] = {{"0", "0"},
                                                       {"999", "999"},
                                                       {"1000", "1,000"},
                                                       {"14069", "14,069"},
                                                       {"-14069", "-14,069"},
                                                       {"-999", "-999"},
                                                       {"123456789", "123,456,789"},
                                                       {"72701.2578", "72,701.2578"},
                                                       {"7.50", "7.50"},
                                                       {"-100000.5", "-100,000.5"}};
  for (const auto& [written, printed] : cases) {
    CHECK(number_text(*Decimal::parse(written)) == printed);
  }
  CHECK(difference_text(Decimal(1000)) == "+1,000");
  CHECK(difference_text(Decimal(0)) == "0");
  CHECK(difference_text(Decimal(-5)) == "-5");
  CHECK(percent_text(Decimal(1), Decimal(3)) == "33.3%");
  CHECK(percent_text(Decimal(-1), Decimal(8), 2) == "-12.50%");
  CHECK(percent_text(Decimal(1), Decimal(8), 0) == "13%");
  CellSpec spec;
  spec.type = FigureType::percent;
  CHECK(figure_text(number("12.5"), spec) == "12.5%");
  CHECK(figure_text(Figure{}, spec).empty());
  CHECK(figure_text(Figure::without_number(State::below_limit), spec) == "<1");
  spec.type = FigureType::signed_count;
  CHECK(figure_text(number("-3"), spec) == "-3");
}
