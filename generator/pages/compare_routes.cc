#include <algorithm>

#include "compare/counterparts.h"
#include "compare/series.h"
#include "pages/routes.h"

namespace gongkai {

namespace {

constexpr std::string_view index_page = "/index.html";

/// The column that stands for a whole row where there is one: its total, or its only column.
bool is_main_column(const Form& form, const CellSpec& spec) {
  const Table& table = form.tables[spec.table];
  const Axis& columns = table.blocks[spec.block].columns;
  int line = columns.slots[spec.column_slot];
  // In a one-row table a row is a group of columns with a total of its own.
  if (table.one_row) return columns.lines[static_cast<std::size_t>(line)].total;
  return columns.leaves.size() == 1 ? line == columns.leaves[0] : line == total_leaf(columns);
}

std::string figure_folder(const Form& form, const CellSpec& spec) {
  std::string folder = "compare/" + form.tables[spec.table].id + "/";
  return folder + (spec.row_id.empty() ? spec.column_id : spec.row_id);
}

}  // namespace

std::string side_by_side_address_of(const Agency& agency) {
  return "compare/side-by-side/agencies/" + agency.id + ".js";
}

void Routes::add_parts(const Library& library, const Route& page,
                       const std::function<bool(const Report&)>& counts) {
  for (const AgencyPart& part : parts_.parts()) {
    const std::vector<const Agency*>& agencies = part.tree.agencies;
    const bool has_any = std::any_of(agencies.begin(), agencies.end(), [&](const Agency* agency) {
      if (agency == part.above) return false;
      const std::vector<const Report*>& reports = library.reports_of(*agency);
      return std::any_of(reports.begin(), reports.end(),
                         [&](const Report* report) { return counts(*report); });
    });
    if (!has_any) continue;
    Route route = page;
    route.part = &part;
    route.address = part_address(page.address, part);
    add(std::move(route));
  }
}

void Routes::add_side_by_side(const Library& library) {
  std::vector<const Agency*> agencies;
  for (const Agency& agency : library.catalog().agencies) {
    if (!library.reports_of(agency).empty()) agencies.push_back(&agency);
  }
  if (agencies.size() < 2) return;
  auto add_at = [&](RouteKind kind, std::string address, const Agency* agency) {
    Route route;
    route.kind = kind;
    route.address = std::move(address);
    route.agency = agency;
    add(std::move(route));
  };
  add_at(RouteKind::side_by_side, std::string(side_by_side_address), nullptr);
  add_at(RouteKind::side_by_side_file, std::string(side_by_side_list_address), nullptr);
  for (const Agency* agency : agencies) {
    add_at(RouteKind::side_by_side_file, side_by_side_address_of(*agency), agency);
  }
}

void Routes::add_figures(const Library& library) {
  // The newest form decides which figure a short address shows, so that it does not change its
  // meaning when an older form knows another.
  std::map<std::string, std::string> address_by_id;
  for (const Form* form : library.forms()) {
    std::vector<std::string>& addresses = figures_[form];
    addresses.resize(form->cells.size());
    for (CellIndex cell = 0; cell < form->cells.size(); ++cell) {
      const CellSpec& spec = form->cells[cell];
      const Table& table = form->tables[spec.table];
      if (spec.column_id.empty() || table.id.empty()) continue;
      auto [known, is_new] = address_by_id.emplace(spec.address, std::string());
      if (is_new) {
        Route route;
        route.kind = RouteKind::figure;
        route.form = form;
        route.cell = cell;
        std::string folder = figure_folder(*form, spec);
        route.address = folder + std::string(index_page);
        bool is_short = spec.row_id.empty() || is_main_column(*form, spec);
        if (!is_short || routes_.count(route.address) != 0) {
          route.address = folder + "/" + spec.column_id + std::string(index_page);
        }
        known->second = route.address;
        const Counterparts counterparts(library, *form, cell);
        add_parts(library, route, [&](const Report& report) {
          return counterparts.in(*report.form) != no_cell;
        });
        routes_.emplace(route.address, std::move(route));
      }
      addresses[cell] = known->second;
    }
  }
}

}  // namespace gongkai
