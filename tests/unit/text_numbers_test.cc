#include <doctest/doctest.h>

#include "small_catalog.h"
#include "texts/number_scan.h"
#include "texts/number_vocabulary.h"
#include "texts/prose.h"
#include "texts/written_number.h"

using namespace gongkai;

namespace {

WrittenNumber only_number(std::string_view text) {
  const std::vector<WrittenNumber> numbers = find_numbers(text);
  REQUIRE(numbers.size() == 1);
  return numbers[0];
}

bool reads(std::string_view text, Decimal value, NumberUnit unit) {
  const WrittenNumber number = only_number(text);
  return number.value == value && number.unit == unit;
}

// A table of the rows Received, Granted and Denied with the columns people and total.
struct Sample {
  Form form = test::make_form("form", {"received", "granted", "denied"}, {"people", "total"});
  Report report, previous;

  Sample() {
    form.language = "en";
    report.form = previous.form = &form;
    report.year = 2024;
    previous.year = 2023;
    report.folder = "content/agencies/a/2024";
    fill(report, {12, 16, 7, 9, 5, 7});
    fill(previous, {8, 10, 6, 8, 2, 2});
  }
  static void fill(Report& it, const std::vector<std::int64_t>& figures) {
    for (const std::int64_t figure : figures) it.cells.push_back({Figure::of(Decimal(figure)), {}});
  }
  std::vector<NumberClass> classes(const std::string& text, bool with_previous = true) const {
    const NumberVocabulary vocabulary(form);
    const Narrative narrative{"overview", report.folder + "/report.md", text, 1};
    std::vector<NumberClass> list;
    for (const ClassedNumber& number :
         scan_numbers(vocabulary, report, with_previous ? &previous : nullptr, narrative)) {
      list.push_back(number.kind);
    }
    return list;
  }
  NumberClass only_class(const std::string& text) const {
    const std::vector<NumberClass> list = classes(text);
    REQUIRE(list.size() == 1);
    return list[0];
  }
};

}  // namespace

TEST_CASE("written numbers: figures, separators, width, units") {
  CHECK(reads("1234件", 1234, NumberUnit::count));
  CHECK(reads("1,234件", 1234, NumberUnit::count));
  CHECK(reads("1，234件", 1234, NumberUnit::count));
  CHECK(reads("１２３份", 123, NumberUnit::count));
  CHECK(reads("12.5%", Decimal(125, 1), NumberUnit::percent));
  CHECK(reads("12.5 percent", Decimal(125, 1), NumberUnit::percent));
  CHECK(reads("1.2万元", 12000, NumberUnit::money));
  CHECK(reads("3.5万件", 35000, NumberUnit::count));
  CHECK(reads("46次", 46, NumberUnit::other));
  CHECK(reads("3个百分点", 3, NumberUnit::other));
  CHECK(reads("155 requests", 155, NumberUnit::count));
  CHECK(reads("2024年", 2024, NumberUnit::none));
  // A comma between two numbers is no separator.
  CHECK(find_numbers("12,13件").size() == 2);
}

TEST_CASE("written numbers: Chinese numerals need a unit") {
  CHECK(reads("一百二十三件", 123, NumberUnit::count));
  CHECK(reads("两千零五件", 2005, NumberUnit::count));
  CHECK(reads("十一件", 11, NumberUnit::count));
  CHECK(reads("三万件", 30000, NumberUnit::count));
  CHECK(reads("零件", 0, NumberUnit::count));
  CHECK(reads("百分之十二", 12, NumberUnit::percent));
  CHECK(reads("百分之十二点五", Decimal(125, 1), NumberUnit::percent));
  CHECK(find_numbers("一是加强领导，二是一些单位").empty());
}

TEST_CASE("written numbers: what is rough is marked") {
  CHECK(only_number("460余件").rough);
  CHECK(only_number("1—3件").rough);
  CHECK(only_number("300件以上").rough);
  CHECK_FALSE(only_number("300件").rough);
}

TEST_CASE("prose: markup is blanked and offsets stay") {
  const std::string text = "共**12**件`13件`![14件](a.png)[文](b15.pdf)<b>16</b>";
  const std::string prose = prose_of(text);
  CHECK(prose.size() == text.size());
  CHECK(prose.find("12") == text.find("12"));
  for (const char* hidden : {"13", "14", "15", "<b>"}) {
    CHECK(prose.find(hidden) == std::string::npos);
  }
  CHECK(prose.find("16") == text.find("16"));
  CHECK(prose_of("```\n12件\n```\n13件").find("12") == std::string::npos);
  CHECK(prose_of("<!-- 12件 -->13件").find("12") == std::string::npos);
}

TEST_CASE("spoken labels: without number and brackets") {
  CHECK(spoken_label("（二）部分公开（区分处理的，只计这一情形）") == "部分公开");
  CHECK(spoken_label("A. Requests received") == "Requests received");
  CHECK(spoken_label("1.属于国家秘密") == "属于国家秘密");
  CHECK(spoken_label("一、本年新收政府信息公开申请数量") == "本年新收政府信息公开申请数量");
  CHECK(spoken_label("本年收费金额（单位：万元）") == "本年收费金额");
}

TEST_CASE("number scan: a number that names a cell is matched or a hint") {
  const Sample sample;
  CHECK(sample.only_class("They received 16 requests.") == NumberClass::matched);
  CHECK(sample.only_class("They received 12 requests.") == NumberClass::matched);
  CHECK(sample.only_class("They received 17 requests.") == NumberClass::unexplained);
  CHECK(sample.only_class("They received about 17 requests.") == NumberClass::out_of_scope);
  CHECK(sample.only_class("They held 17 meetings.") == NumberClass::out_of_scope);
  CHECK(sample.only_class("received: {{requests.received.total}} requests") == NumberClass::bound);
}

TEST_CASE("number scan: shares and changes") {
  const Sample sample;
  using enum NumberClass;
  CHECK(sample.classes("received 16 requests, up 60% from last year") ==
        std::vector{matched, out_of_scope});
  CHECK(sample.classes("last year's peak over, received 16 requests, up 60%") ==
        std::vector{matched, matched});
  CHECK(sample.classes("Against last year: received 16 requests, up 50%") ==
        std::vector{matched, unexplained});
  CHECK(sample.classes("Against last year: received 16 requests, down 60%") ==
        std::vector{matched, unexplained});
  CHECK(sample.classes("Against last year: received 16 requests, down 60%", false) ==
        std::vector{matched, out_of_scope});
  CHECK(sample.classes("granted 9 requests (56.3%)") == std::vector{matched, matched});
  CHECK(sample.classes("granted 9 requests (65.3%)") == std::vector{matched, unexplained});
}

TEST_CASE("number scan: what the report confirms is explained") {
  Sample sample;
  sample.report.confirmed.push_back({"report.md", "received 17 requests", "why", {}});
  CHECK(sample.only_class("They received 17 requests.") == NumberClass::explained);
}
