#include "import/docx_reader.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <utility>

#include "diagnostics/codes/import.h"
#include "import/docx_numbering.h"
#include "import/docx_styles.h"
#include "import/unreadable.h"
#include "import/xml.h"

namespace gongkai {
namespace {

// Wider than any page; keeps a stated span from filling the memory.
constexpr std::size_t max_span = 200;

std::size_t span_of(const pugi::xml_node& node) {
  const std::string_view text = attribute(node, "val");
  std::size_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp<std::size_t>(value, 1, max_span);
}

bool is_on(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node toggle = child(properties, name);
  const std::string_view value = attribute(toggle, "val");
  return toggle && value != "0" && value != "false" && value != "none" && value != "off";
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Walks the parts of one document.
class DocxReader {
 public:
  DocxReader(std::string_view bytes, const ImportLimits& limits)
      : archive_(bytes, limits), limits_(limits) {}

  Document read() {
    std::string main = "word/document.xml";
    for (const Relationship& link : relationships(archive_, "")) {
      if (link.type == "officeDocument" && archive_.has(link.target)) main = link.target;
    }
    const auto bytes = archive_.read(main);
    if (!bytes) throw Unreadable(codes::part_missing, {main});
    pugi::xml_document document;
    parse_xml(main, *bytes, document);
    for (const Relationship& link : relationships(archive_, main)) {
      if (link.type == "numbering") numbering_ = DocxNumbering(archive_, link.target);
      if (link.type == "styles") styles_ = DocxStyles(archive_, link.target);
      if (link.type == "footnotes" || link.type == "endnotes") read_notes(link);
      if (link.type == "image" && !link.external) images_[link.id] = link.target;
    }
    const pugi::xml_node body = child(document.document_element(), "body");
    if (!body) throw Unreadable(codes::part_damaged, {main});
    blocks(body, document_.blocks, 0);
    return std::move(document_);
  }

 private:
  void check_depth(std::size_t depth) const {
    if (depth > limits_.depth) throw Unreadable(codes::original_nested_too_deep);
  }

  // Only the text of notes is wanted: they are short.
  void read_notes(const Relationship& link) {
    const auto bytes = archive_.read(link.target);
    if (!bytes) return;
    pugi::xml_document document;
    parse_xml(link.target, *bytes, document);
    const std::string kind = link.type == "footnotes" ? "footnote" : "endnote";
    for (const pugi::xml_node& node : document.document_element().children()) {
      if (local_name(node) != kind || !attribute(node, "type").empty()) continue;
      std::vector<DocumentBlock> texts;
      blocks(node, texts, 0);
      for (DocumentBlock& text : texts) text.is_note = true;
      notes_[kind + std::string(attribute(node, "id"))] = std::move(texts);
    }
  }

  void blocks(const pugi::xml_node& parent, std::vector<DocumentBlock>& out, std::size_t depth) {
    check_depth(depth);
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "p") {
        paragraph(node, out, depth);
      } else if (name == "tbl") {
        table(node, out, depth);
      } else if (is_one_of(name, {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag",
                                  "txbxContent"})) {
        blocks(node, out, depth + 1);
      } else if (name == "AlternateContent") {
        blocks(alternative(node), out, depth + 1);
      }
    }
  }

  // Word writes what is new as a choice, with the old shape beside it: one of them is read.
  static pugi::xml_node alternative(const pugi::xml_node& node) {
    const pugi::xml_node choice = child(node, "Choice");
    return choice ? choice : child(node, "Fallback");
  }

  void paragraph(const pugi::xml_node& node, std::vector<DocumentBlock>& out, std::size_t depth) {
    if (++paragraphs_ > limits_.cells) {
      throw Unreadable(codes::original_too_large, {std::to_string(paragraphs_), "paragraphs",
                                                   std::to_string(limits_.cells)});
    }
    const pugi::xml_node properties = child(node, "pPr");
    const DocxStyles::Style& style =
        styles_.style(std::string(attribute(child(properties, "pStyle"), "val")));
    DocumentBlock block;
    block.paragraph.heading = style.heading;
    if (const pugi::xml_node outline = child(properties, "outlineLvl")) {
      const std::size_t level = attribute(outline, "val") == "0" ? 1 : span_of(outline) + 1;
      block.paragraph.heading = level <= 6 ? static_cast<int>(level) : 0;
    }
    number(properties, style, block.paragraph);
    std::vector<DocumentBlock> behind;
    strong_ = style.strong;
    runs(node, block.paragraph, behind, depth + 1);
    strong_ = false;
    // A paragraph whose end was deleted as a change runs on into the next one.
    const bool joins = child(child(properties, "rPr"), "del") && behind.empty();
    if (join_ && !out.empty() && !out.back().is_table) {
      Paragraph& before = out.back().paragraph;
      std::ranges::move(block.paragraph.runs, std::back_inserter(before.runs));
    } else {
      out.push_back(std::move(block));
    }
    join_ = joins;
    std::ranges::move(behind, std::back_inserter(out));
  }

  void number(const pugi::xml_node& properties, const DocxStyles::Style& style,
              Paragraph& paragraph) {
    const pugi::xml_node numbers = child(properties, "numPr");
    std::string list(attribute(child(numbers, "numId"), "val"));
    if (list.empty()) list = style.list;
    if (list.empty() || list == "0") return;
    int level = style.level;
    const std::string_view stated = attribute(child(numbers, "ilvl"), "val");
    std::from_chars(stated.data(), stated.data() + stated.size(), level);
    paragraph.list_mark = numbering_.next(list, level);
    if (!paragraph.list_mark.empty()) paragraph.list_depth = level;
  }

  void runs(const pugi::xml_node& parent, Paragraph& out, std::vector<DocumentBlock>& behind,
            std::size_t depth) {
    check_depth(depth);
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "r") {
        run(node, out, behind, depth + 1);
      } else if (is_one_of(name, {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt",
                                  "sdtContent", "fldSimple", "dir", "bdo"})) {
        runs(node, out, behind, depth + 1);
      } else if (name == "AlternateContent") {
        runs(alternative(node), out, behind, depth + 1);
      }
    }
  }

  void run(const pugi::xml_node& node, Paragraph& out, std::vector<DocumentBlock>& behind,
           std::size_t depth) {
    check_depth(depth);
    const pugi::xml_node properties = child(node, "rPr");
    if (is_on(properties, "vanish")) return;
    TextRun look;
    look.strong = child(properties, "b") ? is_on(properties, "b") : strong_;
    look.emphasis = is_on(properties, "i");
    look.struck = is_on(properties, "strike") || is_on(properties, "dstrike");
    const std::string_view raised = attribute(child(properties, "vertAlign"), "val");
    look.raised = raised == "superscript" || raised == "subscript";
    TextRun text = look;
    const auto flush = [&] {
      if (!text.text.empty()) out.runs.push_back(text);
      text.text.clear();
    };
    for (const pugi::xml_node& part : node.children()) {
      const std::string_view name = local_name(part);
      if (name == "t") {
        text.text += part.child_value();
      } else if (name == "tab" || name == "ptab") {
        text.text += '\t';
      } else if (name == "br" || name == "cr") {
        const std::string_view type = attribute(part, "type");
        if (type != "page" && type != "column") text.text += '\n';
      } else if (name == "noBreakHyphen") {
        text.text += '-';
      } else if (name == "footnoteReference" || name == "endnoteReference") {
        const std::string note =
            std::string(name.substr(0, name.find("Ref"))) + std::string(attribute(part, "id"));
        if (const auto found = notes_.find(note); found != notes_.end()) {
          std::ranges::copy(found->second, std::back_inserter(behind));
        }
      } else if (is_one_of(name, {"drawing", "pict", "object"})) {
        flush();
        drawing(part, out, behind, depth + 1);
      } else if (name == "AlternateContent") {
        flush();
        for (const pugi::xml_node& below : alternative(part).children()) {
          drawing(below, out, behind, depth + 1);
        }
      }
    }
    flush();
  }

  // Pictures, and text boxes with what stands in them.
  void drawing(const pugi::xml_node& node, Paragraph& out, std::vector<DocumentBlock>& behind,
               std::size_t depth) {
    check_depth(depth);
    const std::string_view name = local_name(node);
    if (name == "docPr") description_ = attribute(node, "descr");
    if (name == "txbxContent") {
      const bool join = std::exchange(join_, false);
      blocks(node, behind, depth + 1);
      join_ = join;
      return;
    }
    if (name == "blip" || name == "imagedata") {
      picture(std::string(attribute(node, name == "blip" ? "embed" : "id")), out);
      return;
    }
    if (name == "AlternateContent") {
      for (const pugi::xml_node& below : alternative(node).children()) {
        drawing(below, out, behind, depth + 1);
      }
      return;
    }
    for (const pugi::xml_node& below : node.children()) drawing(below, out, behind, depth + 1);
  }

  void picture(const std::string& id, Paragraph& out) {
    const auto image = images_.find(id);
    if (image == images_.end()) return;
    TextRun run;
    run.text = std::exchange(description_, {});
    const auto known = pictures_.find(image->second);
    if (known != pictures_.end()) {
      run.picture = known->second;
    } else {
      auto bytes = archive_.read(image->second);
      if (!bytes) return;
      std::string extension = std::filesystem::path(image->second).extension().string();
      if (extension.starts_with('.')) extension.erase(0, 1);
      run.picture = static_cast<int>(document_.pictures.size());
      pictures_[image->second] = run.picture;
      document_.pictures.push_back({extension, std::move(*bytes)});
    }
    out.runs.push_back(std::move(run));
  }

  void table(const pugi::xml_node& node, std::vector<DocumentBlock>& out, std::size_t depth) {
    check_depth(depth);
    join_ = false;
    DocumentBlock block;
    block.is_table = true;
    rows(node, block.table, depth + 1);
    join_ = false;
    out.push_back(std::move(block));
  }

  void rows(const pugi::xml_node& parent, Grid& grid, std::size_t depth) {
    check_depth(depth);
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "tr") {
        if (child(child(node, "trPr"), "del")) continue;
        if (++rows_ > limits_.rows) {
          throw Unreadable(codes::original_too_large,
                           {std::to_string(rows_), "rows", std::to_string(limits_.rows)});
        }
        const pugi::xml_node before = child(child(node, "trPr"), "gridBefore");
        GridRow row;
        std::size_t column = before ? span_of(before) : 0;
        cells(node, row, column, depth + 1);
        grid.rows.push_back(std::move(row));
      } else if (is_one_of(name, {"sdt", "sdtContent", "ins", "moveTo", "customXml"})) {
        rows(node, grid, depth + 1);
      }
    }
  }

  void cells(const pugi::xml_node& parent, GridRow& row, std::size_t& column, std::size_t depth) {
    check_depth(depth);
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "tc") {
        const pugi::xml_node properties = child(node, "tcPr");
        const pugi::xml_node down = child(properties, "vMerge");
        const pugi::xml_node across = child(properties, "hMerge");
        GridCell cell;
        cell.column = column;
        const pugi::xml_node span = child(properties, "gridSpan");
        cell.columns = span ? span_of(span) : 1;
        column += cell.columns;
        if (across && attribute(across, "val") != "restart" && !row.cells.empty()) {
          row.cells.back().columns += cell.columns;
          continue;
        }
        cell.covered = down && attribute(down, "val") != "restart";
        blocks(node, cell.blocks, depth + 1);
        row.cells.push_back(std::move(cell));
      } else if (is_one_of(name, {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})) {
        cells(node, row, column, depth + 1);
      }
    }
  }

  Archive archive_;
  const ImportLimits& limits_;
  Document document_;
  DocxNumbering numbering_;
  DocxStyles styles_;
  std::map<std::string, std::string> images_;  ///< part by relationship
  std::map<std::string, int> pictures_;        ///< by part
  std::map<std::string, std::vector<DocumentBlock>> notes_;
  std::string description_;
  bool strong_ = false;
  bool join_ = false;
  std::size_t rows_ = 0, paragraphs_ = 0;
};

}  // namespace

Document read_docx(std::string_view bytes, const ImportLimits& limits) {
  return DocxReader(bytes, limits).read();
}

}  // namespace gongkai
