#include "model/digest.h"

#include <algorithm>

#include "model/completion.h"
#include "model/sha256.h"

namespace gongkai {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\\\"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      default: out += c;
    }
  }
}

}  // namespace

CanonicalTable::CanonicalTable(std::string_view agency, std::string_view year,
                               std::string_view form, std::string_view scope,
                               std::string_view table) {
  head_ = "gongkai-table 1\n";
  for (const std::string_view part : {agency, year, form, scope, table}) {
    head_.append(part).append(1, '\n');
  }
}

void CanonicalTable::add(const PublishedCell& cell) {
  std::string line(cell.address);
  for (const std::string_view part :
       {cell.state, std::string_view(cell.value), cell.text, cell.unit, cell.origin, cell.note}) {
    line += '\t';
    append_escaped(line, part);
  }
  line += '\n';
  lines_.push_back(std::move(line));
}

std::string CanonicalTable::text() const {
  std::vector<std::string_view> sorted(lines_.begin(), lines_.end());
  std::ranges::sort(sorted);
  std::string text = head_;
  for (const std::string_view line : sorted) text += line;
  return text;
}

std::string CanonicalTable::digest() const { return sha256(text()); }

std::string table_digest(const Report& report, std::size_t table) {
  return table_digest(report, table, report.cells);
}

std::string table_digest(const Report& report, std::size_t table, const std::vector<Cell>& cells) {
  const Form& form = *report.form;
  CanonicalTable canonical(report.agency->id, std::to_string(report.year), form.id,
                           data_word(report.scope), form.tables[table].id);
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (form.cells[cell].table == table) {
      canonical.add(published_cell(report, cell, cells[cell].figure));
    }
  }
  return canonical.digest();
}

std::vector<Cell> cells_before(const Report& report, const Date& date) {
  std::vector<Cell> cells = report.cells;
  for (Cell& cell : cells) {
    const bool follows =
        cell.figure.origin == Origin::computed || cell.figure.origin == Origin::derived;
    if (follows) cell = Cell{};
  }
  std::vector<const Correction*> undone;
  for (const Correction& correction : report.corrections) {
    if (correction.cell != no_cell && correction.date >= date) undone.push_back(&correction);
  }
  std::ranges::stable_sort(undone, std::ranges::greater{},
                           [](const Correction* correction) { return correction->date; });
  for (const Correction* correction : undone) {
    // With its mark a figure that was blank stays blank rather than be added up.
    cells[correction->cell] = {correction->was, correction->mark};
  }
  complete(*report.form, cells);
  return cells;
}

}  // namespace gongkai
