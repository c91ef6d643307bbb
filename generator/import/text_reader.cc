#include "import/text_reader.h"

#include <algorithm>

#include "diagnostics/codes/import.h"
#include "import/charset.h"
#include "import/debris.h"
#include "import/unreadable.h"

namespace gongkai {
namespace {

bool is_bar_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '|' &&
         std::ranges::count(line, '|') >= 2;
}

// |---|:--:|
bool is_rule_line(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::vector<std::string> bar_cells(std::string_view line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = line.find('|') + 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cells.back() += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  if (is_blank(cells.back())) cells.pop_back();
  for (std::string& cell : cells) {
    const std::size_t first = std::min(cell.find_first_not_of(" \t"), cell.size());
    cell = cell.substr(first, cell.find_last_not_of(" \t") + 1 - first);
  }
  return cells;
}

// `一、…    0   0   0`: three blanks and more are the gap between two columns.
std::string with_tabs(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] != ' ') {
      out += line[i++];
      continue;
    }
    const std::size_t end = std::min(line.find_first_not_of(' ', i), line.size());
    const bool edge = i == 0 || end == line.size();
    if (end - i >= 3 && !edge) {
      out += '\t';
    } else {
      out.append(line.substr(i, end - i));
    }
    i = end;
  }
  return out;
}

DocumentBlock paragraph(std::string text, std::size_t line) {
  DocumentBlock block;
  block.paragraph.line = line;
  block.paragraph.runs.push_back({std::move(text)});
  return block;
}

}  // namespace

Document read_text_document(std::string_view bytes, bool is_markdown, const ImportLimits& limits) {
  const std::string text = to_utf8_text(bytes);
  Document document;
  document.has_lines = true;
  document.is_markdown = is_markdown;
  std::size_t number = 0, cells = 0;
  bool in_table = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
    std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    if (++number > limits.rows) {
      throw Unreadable(codes::original_too_large,
                       {std::to_string(number), "lines", std::to_string(limits.rows)});
    }
    if (is_bar_line(line)) {
      if (is_rule_line(line)) continue;
      if (!in_table) {
        document.blocks.emplace_back().is_table = true;
        in_table = true;
      }
      GridRow row;
      row.line = number;
      for (std::string& cell : bar_cells(line)) {
        if (++cells > limits.cells) {
          throw Unreadable(codes::original_too_large, {std::to_string(cells), "cells",
                                                       std::to_string(limits.cells)});
        }
        GridCell it;
        it.column = row.cells.size();
        it.blocks.push_back(paragraph(std::move(cell), number));
        row.cells.push_back(std::move(it));
      }
      document.blocks.back().table.rows.push_back(std::move(row));
      continue;
    }
    in_table = false;
    if (is_blank(line) && line.find('\t') == std::string_view::npos) continue;
    const bool tabs = line.find('\t') != std::string_view::npos;
    std::string columns = tabs ? std::string(line) : with_tabs(line);
    if (is_page_line(columns)) continue;
    document.blocks.push_back(paragraph(std::move(columns), number));
  }
  return document;
}

}  // namespace gongkai
