#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/catalog.h"

namespace gongkai::test {

/// A form with one table `requests` of plain rows and columns; the column `total` is a total.
inline Form make_form(const std::string& id, const std::vector<std::string>& rows,
                      const std::vector<std::string>& columns) {
  Form form;
  form.id = form.name = id;
  form.title = "{agency}{year}";
  Table table;
  table.id = "requests";
  table.caption = "requests";
  Block block;
  auto fill = [](Axis& axis, const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Line line;
      line.id = line.label = ids[i];
      line.total = ids[i] == "total";
      line.first_leaf = static_cast<int>(i);
      axis.lines.push_back(line);
      axis.slots.push_back(static_cast<int>(i));
      axis.leaves.push_back(static_cast<int>(i));
    }
  };
  fill(block.rows, rows);
  fill(block.columns, columns);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Row it;
    it.id = it.label = rows[row];
    for (std::size_t column = 0; column < columns.size(); ++column) {
      CellSpec spec;
      spec.row_id = rows[row];
      spec.column_id = columns[column];
      spec.address = "requests." + rows[row] + "." + columns[column];
      spec.row = spec.row_slot = static_cast<std::uint16_t>(row);
      spec.column_slot = static_cast<std::uint16_t>(column);
      spec.total = columns[column] == "total";
      auto cell = static_cast<CellIndex>(form.cells.size());
      it.cells.push_back(cell);
      form.addresses[spec.address] = cell;
      form.cells.push_back(spec);
    }
    table.rows.push_back(it);
  }
  table.blocks.push_back(block);
  form.tables.push_back(table);
  Section section;
  section.id = section.title = "requests";
  section.table = 0;
  form.sections.push_back(section);
  index_keys(form);
  return form;
}

inline Agency& add_agency(Catalog& catalog, const std::string& id, const std::string& parent = "") {
  Agency agency;
  agency.id = agency.name = agency.short_name = id;
  agency.folder = "content/agencies/" + id;
  agency.parent = parent;
  return catalog.agencies.emplace_back(agency);
}

/// A report with these figures in the order of the form's cells; -1 is not reported.
inline Report& add_report(Catalog& catalog, const Agency& agency, const Form& form, int year,
                          const std::vector<int>& figures) {
  Report report;
  report.agency = &agency;
  report.form = &form;
  report.year = year;
  report.folder = agency.folder + "/" + std::to_string(year);
  report.blanks_are_zero.assign(form.tables.size(), false);
  for (int figure : figures) {
    Cell cell;
    if (figure >= 0) cell.figure = Figure::of(Decimal(figure));
    report.cells.push_back(cell);
  }
  return catalog.reports.emplace_back(std::move(report));
}

inline std::unique_ptr<Catalog> make_catalog() {
  auto catalog = std::make_unique<Catalog>();
  catalog->today = {2026, 6, 1};
  catalog->settings.title = "portal";
  catalog->settings.kinds.push_back({"town", "Towns", "town", "government", ""});
  return catalog;
}

}  // namespace gongkai::test
