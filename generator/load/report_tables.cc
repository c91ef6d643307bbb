#include "load/report_tables.h"

#include <map>

#include "load/table_reader.h"
#include "model/address.h"
#include "model/completion.h"

namespace gongkai {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::vector<std::string> table_names(const Form& form) {
  std::vector<std::string> names;
  for (const Table& table : form.tables) {
    names.push_back(table.number.empty() ? table.id : table.number);
  }
  return names;
}

int read_table_key(const FileContext& context, const YamlNode::Entry& entry, const Form& form) {
  const KeyResult key = resolve_table(form, entry.key);
  if (key.index >= 0) return key.index;
  Diagnostic& d = context.error(codes::unknown_table, context.at(entry.mark, entry.key.size()),
                                {entry.key});
  if (!key.nearest.empty()) {
    d.notes.push_back({&notes::did_you_mean, {}, {key.nearest}});
  } else {
    suggest(d, entry.key, table_names(form));
  }
  return -1;
}

void read_blanks(const FileContext& context, MapReader& map, Report& report) {
  report.blanks_are_zero.assign(report.form->tables.size(), false);
  const YamlNode* node = map.get("blanks");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    const int table = read_table_key(context, entry, *report.form);
    if (table < 0) continue;
    if (entry.value.text == "zero") {
      report.blanks_are_zero[at(table)] = true;
    } else {
      context.error(codes::invalid_value, context.at(entry.value), {entry.value.text, "zero"});
    }
  }
}

void declare_zeros(Report& report) {
  for (CellIndex i = 0; i < report.cells.size(); ++i) {
    Cell& cell = report.cells[i];
    const CellSpec& spec = report.form->cells[i];
    const bool printed_blank = cell.figure.state == State::not_reported && cell.mark.known();
    if (printed_blank && report.blanks_are_zero[spec.table] && spec.type != FigureType::text) {
      cell.figure = Figure::of(0, Origin::declared_zero);
    }
  }
}

}  // namespace

void read_report_tables(const FileContext& context, MapReader& map, Report& report) {
  const Form& form = *report.form;
  report.cells.assign(form.cells.size(), {});
  read_blanks(context, map, report);
  const YamlNode* node = form.tables.empty() ? map.get("tables") : map.require("tables");
  std::map<int, Mark> seen;
  if (node && expect_map(context, *node)) {
    for (const YamlNode::Entry& entry : node->entries) {
      const int index = read_table_key(context, entry, form);
      if (index < 0) continue;
      const Table& table = form.tables[at(index)];
      const auto [first, added] = seen.emplace(index, entry.mark);
      if (!added) {
        Diagnostic& d = context.error(codes::repeated_row, context.at(entry.mark),
                                      {table.caption});
        d.notes.push_back({&notes::first_given_here, context.at(first->second), {}});
        continue;
      }
      read_table_figures(context, entry.value, entry.mark, table, report);
    }
    for (std::size_t i = 0; i < form.tables.size(); ++i) {
      if (seen.count(static_cast<int>(i))) continue;
      const std::string& number = form.tables[i].number;
      context.error(codes::table_missing, context.at(map.mark_of("tables")),
                    {(number.empty() ? "" : number + "、") + form.tables[i].caption});
    }
  }
  if (context.diagnostics.has_errors()) return;
  declare_zeros(report);
  complete(form, report.cells);
}

}  // namespace gongkai
