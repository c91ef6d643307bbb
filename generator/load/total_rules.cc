#include "load/form_rules.h"

#include "model/only_column.h"

namespace gongkai {
namespace {

LinearExpression sum_of(const std::vector<CellIndex>& parts) {
  LinearExpression sum;
  for (CellIndex part : parts) sum.terms.push_back({1, part, false});
  return sum;
}

Rule& total_rule(Form& form, const std::string& id, const std::string& label,
                 const std::string& language) {
  for (Rule& rule : form.rules) {
    if (rule.id == id) return rule;
  }
  Rule rule;
  rule.id = id;
  rule.kind = RuleKind::total;
  rule.text = label + (language == "en" ? " is the sum of its parts" : "等于组成它的各项之和");
  form.rules.push_back(std::move(rule));
  return form.rules.back();
}

void add_instance(Rule& rule, CellIndex total, const std::vector<CellIndex>& parts,
                  const std::string& line) {
  RuleInstance instance;
  instance.relation = {{{{1, total, false}}, {}}, Comparator::equal, sum_of(parts)};
  instance.line = line;
  instance.cell = total;
  rule.instances.push_back(std::move(instance));
}

}  // namespace

void add_total_rules(const std::string& language, Form& form) {
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const std::string table_id = form.tables[t].id;
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
      const CellSpec& spec = form.cells[cell];
      if (spec.table != t || spec.column_parts.empty() || !form.column(cell).leaf) continue;
      Rule& rule = total_rule(form, table_id + "." + spec.row_id, form.row(cell).label, language);
      const bool only = only_column(form.tables[t]) != nullptr;
      add_instance(rule, cell, spec.column_parts, only ? std::string() : form.column(cell).label);
    }
    for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
      const CellSpec& spec = form.cells[cell];
      if (spec.table != t || spec.row_parts.empty()) continue;
      // A head's own row has a total only where the head may be filed as one row.
      if (spec.head && !form.row(cell).unsplit) continue;
      Rule& rule =
          total_rule(form, table_id + "." + spec.column_id, form.column(cell).label, language);
      add_instance(rule, cell, spec.row_parts, form.row(cell).label);
    }
  }
}

}  // namespace gongkai
