#include "import/workbook_reader.h"

#include <doctest/doctest.h>

#include "import/unreadable.h"
#include "zip_bytes.h"

using namespace gongkai;
using gongkai::test::zip_bytes;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts book(const std::string& rows, const std::string& shared = "") {
  return {{"xl/workbook.xml",
           R"(<workbook xmlns:r="r"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
          {"xl/_rels/workbook.xml.rels",
           R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>)"},
          {"xl/sharedStrings.xml", "<sst>" + shared + "</sst>"},
          {"xl/worksheets/sheet1.xml",
           "<worksheet><sheetData>" + rows +
               "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"}};
}

std::string refused(const std::string& bytes, const ImportLimits& limits = {}) {
  try {
    read_workbook(bytes, limits);
  } catch (const Unreadable& unreadable) {
    return std::string(unreadable.wording().code);
  }
  return "read";
}

}  // namespace

TEST_CASE("workbook: texts, numbers, formulas and gaps") {
  const std::string bytes = zip_bytes(book(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>190.45737900000001</v></c></row>
         <row r="3"><c r="B3" t="inlineStr"><is><t>甲</t></is></c><c t="str"><f>1+1</f><v>x</v></c>
         <c r="E3"><f>SUM(A1)</f><v>11398889</v></c><c r="F3"><v>0.30000000000000004</v></c></row>)",
      "<si><r><t>总</t></r><r><t xml:space=\"preserve\"> 计</t></r><rPh><t>zong</t></rPh></si>"));
  const std::vector<Sheet> sheets = read_workbook(bytes);
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "表一");
  CHECK(sheets[0].rows == std::vector<std::vector<std::string>>{
                              {"总 计", "", "190.457379"}, {}, {"", "甲", "x", "", "11398889", "0.3"}});
  REQUIRE(sheets[0].merged.size() == 1);
  CHECK(sheets[0].merged[0].rows == 2);
  CHECK(sheets[0].merged[0].columns == 2);
}

TEST_CASE("workbook: what is no workbook, damaged, locked or too large") {
  const Parts good = book("<row><c><v>1</v></c></row>");
  const std::string bytes = zip_bytes(good);
  CHECK(refused(bytes) == "read");
  CHECK(refused("no archive") == "archive-damaged");
  CHECK(refused(bytes.substr(0, bytes.size() / 2)) == "archive-damaged");
  CHECK(refused(zip_bytes({{"a.txt", "a"}})) == "part-missing");
  CHECK(refused(zip_bytes(good, "secret")) == "original-locked");
  CHECK(refused(zip_bytes(book("<row><c></row>"))) == "part-damaged");
  Parts entities = good;
  entities[0].second = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>";
  CHECK(refused(zip_bytes(entities)) == "original-with-entities");
  Parts bomb = good;
  bomb[3].second.append(std::size_t{60} << 20, ' ');
  CHECK(refused(zip_bytes(bomb)) == "original-unpacks-too-large");
  CHECK(refused(zip_bytes(book("<row r=\"999999\"><c r=\"A999999\"><v>1</v></c></row>"))) ==
        "original-too-large");
  CHECK(refused(zip_bytes(book("<row><c r=\"XFD1\"><v>1</v></c></row>")), {.cells = 100}) ==
        "original-too-large");
}
