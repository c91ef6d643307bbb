#include "import/csv.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

// The values of all rows, `|` between values and `/` after rows; or the codes of what was wrong.
std::string read(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto source = check_text("a.csv", bytes, diagnostics);
  const auto rows = source ? parse_csv(*source, diagnostics) : std::nullopt;
  std::string text;
  for (const Diagnostic& d : diagnostics.items()) {
    text += std::string(d.code()) + "@" + std::to_string(d.position.mark.line) + ":" +
            std::to_string(d.position.mark.column) + " ";
  }
  if (!rows) return text;
  for (const SheetRow& row : *rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i ? "|" : "") + row[i].text;
    text += "/";
  }
  return text;
}

}  // namespace

TEST_CASE("CSV is read as RFC 4180 has it") {
  CHECK(read("a,b\n1,2\n") == "a|b/1|2/");
  CHECK(read("a,b\r\n1,2\r\n") == "a|b/1|2/");
  CHECK(read("a,b\n1,2") == "a|b/1|2/");
  CHECK(read("\xEF\xBB\xBF" "a,b\n1,2\n") == "a|b/1|2/");
  CHECK(read("a,b\n,\n") == "a|b/|/");
  CHECK(read("a,b\n 1 ,\t2\n") == "a|b/ 1 |\t2/");
  CHECK(read("\"a\",\"b\"\n\"1\",\"\"\n") == "a|b/1|/");
  CHECK(read("\"x, y\",\"say \"\"no\"\"\"\n") == "x, y|say \"no\"/");
  CHECK(read("\"one\r\ntwo\",b\n1,2\n") == "one\ntwo|b/1|2/");
  CHECK(read("\"\"\"\",b\n") == "\"|b/");
  CHECK(read("机关,件数\n甲局,12\n") == "机关|件数/甲局|12/");
  CHECK(read("") == "");
  CHECK(read("a\n\n1\n\n") == "a/1/");
}

TEST_CASE("what is no CSV is placed") {
  CHECK(read("a,b\n1\n1,2,3\n") == "csv-row-length@2:1 csv-row-length@3:1 ");
  CHECK(read("a,b\n1,\"2\n3,4\n") == "csv-quote-unclosed@2:3 ");
  CHECK(read("a,b\n1,2\"\n") == "csv-quote-misplaced@2:4 ");
  CHECK(read("a,b\n\"1\"x,2\n") == "csv-quote-misplaced@2:4 ");
  CHECK(read("a,b\n1,\"2\n3\"x\n") == "csv-quote-misplaced@3:3 ");
  CHECK(read("\xBB\xFA\xB9\xD8,a\n") == "gbk-file@1:1 ");
  CHECK(read("a,b\n1,2\rx\n") == "control-character@2:4 ");
}

TEST_CASE("values know where they stand") {
  Diagnostics diagnostics;
  const auto rows = parse_csv({"a.csv", "a,\"b\nc\",d\n1,,3\n"}, diagnostics);
  REQUIRE(rows);
  CHECK((*rows)[0][1].mark == Mark{1, 3});
  CHECK((*rows)[0][1].quoted);
  CHECK((*rows)[0][2].mark == Mark{2, 4});
  CHECK((*rows)[1][1].mark == Mark{3, 3});
  CHECK((*rows)[1][2].mark == Mark{3, 4});
}
