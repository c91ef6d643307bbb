#include <doctest/doctest.h>

#include "small_catalog.h"
#include "texts/digit_groups.h"
#include "texts/mobile_number.h"
#include "texts/other_basis.h"
#include "texts/other_year.h"
#include "texts/sections.h"
#include "texts/written_year.h"

using namespace gongkai;

namespace {

struct TextCase {
  std::unique_ptr<Catalog> catalog = test::make_catalog();
  Form& form = catalog->forms.emplace_back(test::make_form("new", {"a"}, {"b"}));
  Report* report;

  TextCase() {
    form.title = "{agency}{year}年政府信息公开工作年度报告";
    form.basis = "国办公开办函〔2021〕30号";
    Form& before = catalog->forms.emplace_back(test::make_form("old", {"a"}, {"b"}));
    before.basis = "国办公开办函〔2019〕60号";
    const Agency& agency = test::add_agency(*catalog, "样例镇");
    report = &test::add_report(*catalog, agency, form, 2024, {1});
  }
  void write(const std::string& text) {
    report->narratives = {{"requests", report->folder + "/report.md", text, 2}};
  }
  std::size_t years(const std::string& text) {
    write(text);
    Diagnostics diagnostics;
    check_other_year(catalog->settings, *report, diagnostics);
    return diagnostics.items().size();
  }
  std::size_t bases(const std::string& text) {
    write(text);
    Diagnostics diagnostics;
    check_other_basis(*catalog, *report, diagnostics);
    return diagnostics.items().size();
  }
  std::size_t mobiles(const std::string& text) {
    write(text);
    Diagnostics diagnostics;
    check_mobile_numbers(catalog->settings, *report, diagnostics);
    return diagnostics.items().size();
  }
};

}  // namespace

TEST_CASE("other year: what calls the report that of another year") {
  TextCase it;
  CHECK(it.years("样例镇2023年政府信息公开工作年度报告") == 1);
  CHECK(it.years("**2023年度政府信息公开工作年度报告**\n正文。") == 1);
  CHECK(it.years("现将2023年度政府信息公开工作情况报告如下：") == 1);
  CHECK(it.years("现将我镇二○二三年政府信息公开工作年度报告予以公布。") == 1);
  CHECK(it.years("所列数据的统计期限从2023年1月1日至2023年12月31日。") == 1);
  CHECK(it.years("本报告根据有关规定编制，反映自2023年1月1日起至2023年12月31日的情况。") == 1);
  CHECK(it.years("统计期限为2024年1月1日至2025年12月31日。") == 1);
  CHECK(it.years("统计期限为2023年1月1日至12月31日。\n现将2023年政府信息公开情况报告如下。") == 2);
}

TEST_CASE("other year: what speaks of another year") {
  TextCase it;
  for (const char* text :
       {"样例镇2024年政府信息公开工作年度报告", "统计期限从2024年1月1日至2024年12月31日。",
        "申请较2023年增长12件。", "2023年度报告中提到的问题已经改进。",
        "按时公布了2023年政府信息公开工作年度报告。",
        "与2023年政府信息公开工作年度报告衔接", "整改期限为2023年12月31日。",
        "本报告依据自2021年1月1日起施行的办法编制。", "上年报告的统计期限从2023年1月1日起。",
        "根据2023年政府信息公开第三方评估，情况如下：", "报告期内清理2023年以前的文件。",
        "国办公开办函〔2021〕30号", "发布信息2023条。"}) {
    CAPTURE(text);
    CHECK(it.years(text) == 0);
  }
}

TEST_CASE("other year: a period that begins in the year before has two years") {
  TextCase it;
  it.form.period_from = "10-01";
  it.form.period_to = "09-30";
  CHECK(it.years("统计期限从2023年10月1日至2024年9月30日。") == 0);
  CHECK(it.years("统计期限从2022年10月1日至2023年9月30日。") == 1);
}

TEST_CASE("other basis: the notice of another form, in any brackets") {
  TextCase it;
  for (const char* text : {"根据国办公开办函〔2019〕60号编制", "依据国办公开办函[2019]60号",
                           "按照国办公开办函（2019） 60号的要求", "依照国办公开办函(2019)60号"}) {
    CAPTURE(text);
    CHECK(it.bases(text) == 1);
  }
  for (const char* text :
       {"根据国办公开办函〔2021〕30号编制", "根据国办公开办函〔2019〕61号编制",
        "参见国办公开办函〔2019〕60号", "以前按照国办公开办函〔2019〕60号填写",
        "按照国办公开办函〔2021〕30号而不是国办公开办函〔2019〕60号"}) {
    CAPTURE(text);
    CHECK(it.bases(text) == 0);
  }
}

TEST_CASE("mobile number: written in several ways") {
  TextCase it;
  for (const char* text :
       {"电话13800138000", "138-0013-8000", "138 0013 8000", "+86 138 0013 8000", "8613800138000。",
        "１３８００１３８０００", "tel:13800138000", "（13800138000）"}) {
    CAPTURE(text);
    CHECK(it.mobiles(text) == 1);
  }
  CHECK(it.mobiles("13800138000 13900139000") == 2);
  it.catalog->settings.publisher.phone = "138-0013-8000";
  CHECK(it.mobiles("13800138000") == 0);
}

TEST_CASE("mobile number: other numbers") {
  TextCase it;
  for (const char* text :
       {"12800138000", "138001380001", "0971-2230000", "13800138000元", "13800138000 件",
        "13,800,138,000", "13800138000.50", "A13800138000", "/t/13800138000.html",
        "1-138-0013-8000", "138-0013 8000", "2024 138 0013 8000", "￥13800138000"}) {
    CAPTURE(text);
    CHECK(it.mobiles(text) == 0);
  }
}

TEST_CASE("written years: with their places, not inside longer numbers") {
  const std::string text = "2023年、12023、二〇二四年、二〇二四号、２０２２";
  const auto years = written_years(text);
  REQUIRE(years.size() == 3);
  CHECK(years[0].year == 2023);
  CHECK(years[1].year == 2024);
  CHECK(text.substr(years[1].begin, years[1].end - years[1].begin) == "二〇二四");
  CHECK(years[2].year == 2022);
}

TEST_CASE("digit groups: joined by one blank or hyphen, with an X at the end of 17") {
  const auto runs = digit_runs("12 件；110105 19491231 002x，1  2", 3);
  REQUIRE(runs.size() == 1);
  REQUIRE(runs[0].groups.size() == 3);
  CHECK(runs[0].groups[2].digits == "002X");
  CHECK(runs[0].joints == std::vector<char>{' ', ' '});
}

TEST_CASE("length in characters: blanks count nothing, a figure from the tables one") {
  CHECK(length_in_characters("") == 0);
  CHECK(length_in_characters("新收 {{requests.new.total}}\u3000件。\n") == 5);
  CHECK(length_in_characters("{{没有结束") == 6);
}

TEST_CASE("sections: contents are asked of the text, with the sentence to complete") {
  TextCase it;
  Section& section = it.form.sections.front();
  section.contains.push_back({{"信息处理费", "处理费用"}, "收取信息处理费…元。", {}});
  section.max_length = 10;
  const auto codes_of = [&](const std::string& text) {
    it.write(text);
    Diagnostics diagnostics;
    check_sections(it.catalog->settings, *it.report, diagnostics);
    std::string codes;
    for (const Diagnostic& d : diagnostics.items()) codes += std::string(d.code()) + " ";
    return codes;
  };
  CHECK(codes_of("没有信息处理费。") == "");
  CHECK(codes_of("没有处理 费用。") == "");
  CHECK(codes_of("没有其他事项。") == "section_contents ");
  CHECK(codes_of("<!-- 信息处理费 -->没有。") == "section_contents ");
  CHECK(codes_of("没有收取任何信息处理费。") == "section_length ");
  it.catalog->settings.section_lengths["requests"] = 0;
  CHECK(codes_of("没有收取任何信息处理费。") == "");
  it.catalog->settings.checks["section_contents"] = RuleSeverity::off;
  CHECK(codes_of("没有其他事项。") == "");
  it.report->confirmed.push_back({"report.md", "无。", "如此", {}});
  it.catalog->settings.checks.clear();
  CHECK(codes_of("无。") == "");
}
