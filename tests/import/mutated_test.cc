// Originals with bytes changed at random, read and bound: whatever comes, the readers end with a
// document or with a word on why not. Run under the sanitizers, where a step aside is a failure.
//
//     mutated_test <iterations>
#include <cstdlib>
#include <iostream>
#include <random>

#include "../unit/builtin_form.h"
#include "../unit/zip_bytes.h"
#include "import/bound_report.h"
#include "import/narratives.h"
#include "import/read_document.h"
#include "import/unreadable.h"

using namespace gongkai;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

const std::string docx_table =
    "<w:document><w:body><w:p><w:r><w:t>某镇2024年政府信息公开工作年度报告</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc>"
    "<w:tc><w:p><w:r><w:t>自然人</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>总计</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr></w:tc><w:tc><w:sdt><w:sdtContent><w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>3</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt></w:tc><w:tc><w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><a:blip r:embed=\"rId1\"/><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p></w:body></w:document>";
const std::string numbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
    "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
const std::string docx_links =
    "<Relationships><Relationship Id=\"rId1\" Type=\"x/image\" Target=\"media/a.png\"/>"
    "<Relationship Id=\"rId2\" Type=\"x/numbering\" Target=\"numbering.xml\"/></Relationships>";
const std::string sheet =
    "<worksheet><cols><col min=\"9\" max=\"12\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>190.457379</v></c></row>"
    "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>规章</t></is></c><c><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
const std::string html =
    "<html><head><title>年报</title></head><body><div><p>一、总体情况</p><table><tr><th rowspan=2 colspan=3>项目<th>自然人</th></tr>"
    "<tr><td>1<table><tr><td>2</td></tr></table></td></tr></table><ul><li>a<li><b>b</b><sup>1</sup></ul><img src=\"data:image/png;base64,AAAA\"></div></body></html>";
const std::string text =
    "某镇2024年政府信息公开工作年度报告\n一、总体情况\n正文。\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年度止\n件数\t现行有效件\n"
    "规章\t0\t0\t0\n行政规范性文件\t\t/\t12（其中修订3件）\n| a | b |\n|---|---|\n| 一、本年新收政府信息公开申请数量 | 1 |\n结果维持\t结果纠正\n1 2 3\n";

Parts word(const std::string& document, const std::string& numbers, const std::string& links) {
  return {{"word/document.xml", document},
          {"word/numbering.xml", numbers},
          {"word/media/a.png", "x"},
          {"word/_rels/document.xml.rels", links}};
}

Parts book(const std::string& worksheet) {
  return {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"},
          {"xl/sharedStrings.xml", "<sst><si><t>某镇</t></si></sst>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
           "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
          {"xl/worksheets/sheet1.xml", worksheet}};
}

std::mt19937 dice(20241);

std::size_t below(std::size_t count) { return dice() % count; }

// Bytes changed, pieces left out, doubled or moved: as a broken program would.
std::string mutated(std::string bytes) {
  for (std::size_t n = 1 + below(4); n > 0 && !bytes.empty(); --n) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = std::min(1 + below(40), bytes.size() - at);
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(dice());
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(below(bytes.size()), bytes.substr(at, length));
        break;
      case 3: {
        const std::string again = bytes.substr(at, length);
        for (std::size_t i = below(30); i > 0; --i) bytes.insert(at, again);
        break;
      }
      default:
        bytes.insert(at, std::to_string(dice()));
    }
  }
  return bytes;
}

std::string make(std::size_t kind) {
  switch (kind) {
    case 0:
      return test::zip_bytes(word(mutated(docx_table), numbering, docx_links));
    case 1:
      return test::zip_bytes(word(docx_table, mutated(numbering), mutated(docx_links)));
    case 2:
      return test::zip_bytes(book(mutated(sheet)));
    case 3:
      return mutated(test::zip_bytes(word(docx_table, numbering, docx_links)));
    case 4:
      return mutated(html);
    default:
      return mutated(text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const int iterations = argc > 1 ? std::atoi(argv[1]) : 1000;
  const Form& form = test::builtin_form("cn-2021");
  Agency agency;
  agency.name = agency.short_name = "某镇";
  const char* names[] = {"a.docx", "a.docx", "a.xlsx", "a.docx", "a.html", "a.md"};
  int read = 0, refused = 0;
  for (int i = 0; i < iterations; ++i) {
    const std::size_t kind = below(6);
    const std::string bytes = make(kind);
    try {
      const Document document = read_document(bytes, names[kind], {});
      const BoundReport bound = bind_to_form(form, document, names[kind]);
      const ImportedNarratives texts = read_narratives(bound, document, agency, names[kind]);
      if (bound.complete()) {
        std::cerr << "a whole report was found in " << names[kind] << "\n";
        return 1;
      }
      ++read;
    } catch (const Unreadable&) {
      ++refused;
    }
  }
  std::cout << iterations << " originals: " << read << " read, " << refused << " refused\n";
  // Unless some of both were seen, nothing was tried.
  return read > 0 && refused > 0 ? 0 : 1;
}
