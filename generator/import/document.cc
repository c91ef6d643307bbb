#include "import/document.h"

#include <algorithm>

#include "diagnostics/utf8.h"
#include "model/folding.h"

namespace gongkai {
namespace {

bool holds_table(const GridCell& cell) {
  return std::ranges::any_of(cell.blocks, [](const DocumentBlock& block) { return block.is_table; });
}

// A table of a single column, or around other tables.
bool is_layout(const Grid& grid) {
  bool single = true;
  for (const GridRow& row : grid.rows) {
    std::size_t cells = 0;
    for (const GridCell& cell : row.cells) {
      if (holds_table(cell)) return true;
      if (!cell.covered) ++cells;
    }
    single = single && cells <= 1;
  }
  return single;
}

}  // namespace

std::string plain_text(const Paragraph& paragraph) {
  std::string text;
  if (paragraph.list_mark != "-") text = paragraph.list_mark;
  for (const TextRun& run : paragraph.runs) {
    if (run.picture >= 0 || run.text.empty()) continue;
    if (run.struck && !is_blank(run.text)) {
      text += "~~" + run.text + "~~";
    } else if (run.raised && !is_blank(run.text)) {
      text += "^" + run.text + "^";
    } else {
      text += run.text;
    }
  }
  return text;
}

namespace {

std::string text_of(const GridCell& cell, bool notes) {
  std::string text;
  for (const DocumentBlock& block : cell.blocks) {
    if (block.is_table || block.is_note != notes) continue;
    const std::string line = plain_text(block.paragraph);
    if (is_blank(line)) continue;
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

}  // namespace

std::string plain_text(const GridCell& cell) { return text_of(cell, false); }
std::string note_text(const GridCell& cell) { return text_of(cell, true); }

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    const bool quote = c.value == '"' || c.value == '\'' || c.value == '`';
    if (fold_character(c.value) != 0 || quote) return false;
  }
  return true;
}

void lift_layout_tables(std::vector<DocumentBlock>& blocks) {
  std::vector<DocumentBlock> lifted;
  for (DocumentBlock& block : blocks) {
    if (!block.is_table || !is_layout(block.table)) {
      lifted.push_back(std::move(block));
      continue;
    }
    for (GridRow& row : block.table.rows) {
      for (GridCell& cell : row.cells) {
        lift_layout_tables(cell.blocks);
        for (DocumentBlock& below : cell.blocks) lifted.push_back(std::move(below));
      }
    }
  }
  blocks = std::move(lifted);
}

}  // namespace gongkai
