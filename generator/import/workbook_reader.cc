#include "import/workbook_reader.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

#include "diagnostics/codes/import.h"
#include "import/helper_sheets.h"
#include "import/unreadable.h"
#include "import/xml.h"

namespace gongkai {
namespace {

/// Where a cell stands: `B7` is column 1, row 6.
struct Place {
  std::size_t row = 0, column = 0;
};

// 0 where the text is no number.
std::size_t number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : 0;
}

std::optional<Place> read_place(std::string_view text) {
  Place place;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && i < 4; ++i) {
    place.column = place.column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
  }
  const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), place.row);
  if (i == 0 || error != std::errc() || end != text.data() + text.size() || place.row == 0) return {};
  return Place{place.row - 1, place.column - 1};
}

// Spreadsheets keep binary numbers: 15 digits are what they show, and what was typed.
std::string number_text(std::string_view written) {
  const bool plain = written.find_first_not_of("0123456789-") == std::string_view::npos;
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (plain || error != std::errc() || end != written.data() + written.size()) {
    return std::string(written);
  }
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.15g", value);
  std::string text(buffer.data(), static_cast<std::size_t>(length));
  if (text.find('e') == std::string::npos) return text;
  // Large and tiny numbers without an exponent, as a cell shows them.
  std::array<char, 400> fixed{};
  const int size = std::snprintf(fixed.data(), fixed.size(), "%.10f", value);
  text.assign(fixed.data(), static_cast<std::size_t>(size));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// The texts of a shared string or a cell, phonetic guides left out.
void collect_text(const pugi::xml_node& node, std::string& out) {
  for (const pugi::xml_node& below : node.children()) {
    const std::string_view name = local_name(below);
    if (name == "t") {
      out += below.child_value();
    } else if (name == "r") {
      collect_text(below, out);
    }
  }
}

std::vector<std::string> read_shared(Archive& archive, const std::string& part) {
  std::vector<std::string> texts;
  const auto bytes = archive.read(part);
  if (!bytes) return texts;
  pugi::xml_document document;
  parse_xml(part, *bytes, document);
  for (const pugi::xml_node& node : document.document_element().children()) {
    if (local_name(node) == "si") collect_text(node, texts.emplace_back());
  }
  return texts;
}

class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& shared, const ImportLimits& limits,
              std::size_t& cells_left, std::size_t& rows_left)
      : shared_(shared), limits_(limits), cells_left_(cells_left), rows_left_(rows_left) {}

  void read(const pugi::xml_node& worksheet, Sheet& sheet) {
    for (const pugi::xml_node& node : child(worksheet, "sheetData").children()) {
      if (local_name(node) == "row") read_row(node, sheet);
    }
    for (const pugi::xml_node& node : child(worksheet, "cols").children()) {
      const std::string_view hidden = attribute(node, "hidden");
      const std::size_t first = number_of(attribute(node, "min"));
      const std::size_t last = number_of(attribute(node, "max"));
      if ((hidden == "1" || hidden == "true") && first > 0 && last >= first) {
        sheet.hidden_columns.emplace_back(first - 1, last - 1);
      }
    }
    for (const pugi::xml_node& node : child(worksheet, "mergeCells").children()) {
      const std::string_view range = attribute(node, "ref");
      const std::size_t colon = range.find(':');
      if (colon == std::string_view::npos) continue;
      const auto first = read_place(range.substr(0, colon));
      const auto last = read_place(range.substr(colon + 1));
      if (!first || !last || last->row < first->row || last->column < first->column) continue;
      sheet.merged.push_back({first->row, first->column, last->row - first->row + 1,
                              last->column - first->column + 1});
    }
  }

 private:
  void read_row(const pugi::xml_node& node, Sheet& sheet) {
    std::size_t row = sheet.rows.size();
    const std::size_t stated = number_of(attribute(node, "r"));
    if (stated > row) row = stated - 1;
    std::size_t column = 0;
    for (const pugi::xml_node& cell : node.children()) {
      if (local_name(cell) != "c") continue;
      if (const auto place = read_place(attribute(cell, "r"))) column = place->column;
      std::string text = cell_text(cell);
      if (!text.empty()) put(sheet, row, column, std::move(text));
      ++column;
    }
  }

  void put(Sheet& sheet, std::size_t row, std::size_t column, std::string text) {
    if (row >= sheet.rows.size()) {
      const std::size_t more = row + 1 - sheet.rows.size();
      if (more > rows_left_) {
        throw Unreadable(codes::original_too_large,
                         {std::to_string(row + 1), "rows", std::to_string(limits_.rows)});
      }
      rows_left_ -= more;
      sheet.rows.resize(row + 1);
    }
    std::vector<std::string>& cells = sheet.rows[row];
    if (column >= cells.size()) {
      const std::size_t more = column + 1 - cells.size();
      if (more > cells_left_) {
        throw Unreadable(codes::original_too_large,
                         {std::to_string(limits_.cells), "cells", std::to_string(limits_.cells)});
      }
      cells_left_ -= more;
      cells.resize(column + 1);
    }
    cells[column] = std::move(text);
  }

  std::string cell_text(const pugi::xml_node& cell) const {
    const std::string_view type = attribute(cell, "t");
    std::string text;
    if (type == "inlineStr") {
      collect_text(child(cell, "is"), text);
      return text;
    }
    const std::string_view value = child(cell, "v").child_value();
    if (type == "s") {
      std::size_t index = 0;
      const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
      return read.ec == std::errc() && index < shared_.size() ? shared_[index] : std::string();
    }
    if (type == "str" || type == "e" || type == "b") return std::string(value);
    return number_text(value);
  }

  const std::vector<std::string>& shared_;
  const ImportLimits& limits_;
  std::size_t& cells_left_;
  std::size_t& rows_left_;
};

}  // namespace

std::vector<Sheet> read_workbook(std::string_view bytes, const ImportLimits& limits) {
  Archive archive(bytes, limits);
  const std::string part = "xl/workbook.xml";
  const auto workbook = archive.read(part);
  if (!workbook) throw Unreadable(codes::part_missing, {part});
  pugi::xml_document document;
  parse_xml(part, *workbook, document);
  const std::vector<Relationship> links = relationships(archive, part);
  std::vector<std::string> shared;
  for (const Relationship& link : links) {
    if (link.type == "sharedStrings") shared = read_shared(archive, link.target);
  }
  const std::set<std::string> helpers = helper_sheets(archive);
  std::vector<Sheet> sheets;
  std::size_t cells_left = limits.cells, rows_left = limits.rows;
  for (const pugi::xml_node& node : child(document.document_element(), "sheets").children()) {
    const std::string_view id = attribute(node, "id");
    for (const Relationship& link : links) {
      if (link.id != id || link.type != "worksheet") continue;
      const auto xml = archive.read(link.target);
      if (!xml) throw Unreadable(codes::part_missing, {link.target});
      pugi::xml_document worksheet;
      parse_xml(link.target, *xml, worksheet);
      Sheet& sheet = sheets.emplace_back();
      sheet.name = attribute(node, "name");
      sheet.hidden = helpers.count(sheet.name) > 0 ||
                     (!attribute(node, "state").empty() && attribute(node, "state") != "visible");
      SheetReader(shared, limits, cells_left, rows_left).read(worksheet.document_element(), sheet);
    }
  }
  return sheets;
}

}  // namespace gongkai
