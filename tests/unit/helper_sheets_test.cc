#include <doctest/doctest.h>

#include "import/workbook_reader.h"
#include "zip_bytes.h"

using namespace gongkai;
using gongkai::test::zip_bytes;

namespace {

std::vector<bool> hidden_of(const std::string& properties) {
  std::vector<std::pair<std::string, std::string>> parts = {
      {"xl/workbook.xml",
       R"(<workbook xmlns:r="r"><sheets><sheet name="四" r:id="a"/><sheet name="数据校验" r:id="b"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="b" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>)"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
      {"xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"}};
  if (!properties.empty()) {
    parts.emplace_back("docProps/custom.xml", "<Properties xmlns:vt=\"v\">" + properties + "</Properties>");
  }
  std::vector<bool> hidden;
  for (const Sheet& sheet : read_workbook(zip_bytes(parts))) hidden.push_back(sheet.hidden);
  return hidden;
}

}  // namespace

TEST_CASE("workbook: sheets that its own property names are no part of the report") {
  CHECK(hidden_of("") == std::vector<bool>{false, false});
  CHECK(hidden_of("<property name=\"Author\"><vt:lpwstr>四</vt:lpwstr></property>") ==
        std::vector<bool>{false, false});
  CHECK(hidden_of("<property name=\"gongkai-helper-sheets\"><vt:lpwstr>数据校验</vt:lpwstr></property>") ==
        std::vector<bool>{false, true});
  CHECK(hidden_of("<property name=\"gongkai-helper-sheets\"><vt:lpwstr>说明/四</vt:lpwstr></property>") ==
        std::vector<bool>{true, false});
}
