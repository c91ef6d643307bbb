#include "load/form_rules.h"

#include <algorithm>
#include <set>

#include "load/expression.h"
#include "load/form_cells.h"
#include "model/address.h"
#include "model/only_column.h"

namespace gongkai {
namespace {

// `column of requests [a, b]`
struct Each {
  bool column = false;
  const Table* table = nullptr;
  std::vector<std::string> only;
};

void unknown_table(const FileContext& context, const YamlNode& node, const std::string& id,
                   const Form& form) {
  Diagnostic& d = context.error(codes::form_unknown_table, context.at(node), {id});
  std::vector<std::string> known;
  for (const Table& table : form.tables) known.push_back(table.id);
  suggest(d, id, known);
}

std::optional<Each> read_each(const FileContext& context, const YamlNode& node, const Form& form) {
  if (!expect_text(context, node)) return {};
  std::vector<std::string> words = split_words(node.text);
  if (words.size() < 3 || (words[0] != "column" && words[0] != "row") || words[1] != "of") {
    context.error(codes::invalid_value, context.at(node),
                  {node.text, "column of TABLE [ids] | row of TABLE [ids]"});
    return {};
  }
  Each each;
  each.column = words[0] == "column";
  each.table = form.table(words[2]);
  each.only.assign(words.begin() + 3, words.end());
  if (!each.table) {
    unknown_table(context, node, words[2], form);
    return {};
  }
  if (each.column && each.table->blocks.size() > 1) {
    context.error(codes::each_column_of_blocks, context.at(node), {words[2]});
    return {};
  }
  return each;
}

// The lines for which `each` makes an instance: (id, label).
std::vector<std::pair<std::string, std::string>> lines_of(const Each& each) {
  std::vector<std::pair<std::string, std::string>> lines;
  if (!each.column) {
    for (const Row& row : each.table->rows) {
      if (row.kind == Row::Kind::leaf) lines.emplace_back(row.id, row.label);
    }
    return lines;
  }
  std::set<std::string> seen;
  for (int leaf : each.table->blocks[0].columns.leaves) {
    const Line& line = each.table->blocks[0].columns.lines[static_cast<std::size_t>(leaf)];
    // An only column is no place that a reader would look for.
    const std::string label = only_column(*each.table) ? std::string() : line.label;
    if (seen.insert(line.id).second) lines.emplace_back(line.id, label);
  }
  return lines;
}

std::string join_address(const std::string& table, const std::string& row,
                         const std::string& column) {
  return row.empty() ? table + "." + column : table + "." + row + "." + column;
}

// The names that an instance may use: row ids where it was made for a column, column ids for a row.
std::vector<std::string> names_for(const Each& each) {
  std::set<std::string> names;
  if (each.column) {
    for (const Row& row : each.table->rows) {
      if (!row.id.empty()) names.insert(row.id);
    }
  } else {
    for (const Block& block : each.table->blocks) {
      for (const Line& line : block.columns.lines) {
        if (!line.id.empty()) names.insert(line.id);
      }
    }
  }
  return {names.begin(), names.end()};
}

bool uses_previous(const Relation& relation) {
  const auto previous = [](const Term& term) { return term.previous; };
  return std::any_of(relation.left.terms.begin(), relation.left.terms.end(), previous) ||
         std::any_of(relation.right.terms.begin(), relation.right.terms.end(), previous);
}

bool uses_text(const Form& form, const Relation& relation) {
  const auto text = [&](const Term& term) {
    return form.cells[term.cell].type == FigureType::text;
  };
  return std::any_of(relation.left.terms.begin(), relation.left.terms.end(), text) ||
         std::any_of(relation.right.terms.begin(), relation.right.terms.end(), text);
}

// Parses the assertion for one line and appends an instance for each of its relations. False after
// an error.
bool add_parsed(const FileContext& context, const YamlNode& node, const Form& form, Rule& rule,
                const std::string& line, const CellResolver& resolve,
                const std::vector<std::string>& known) {
  std::optional<ExpressionError> error;
  std::vector<Relation> relations = parse_relations(node.text, resolve, error);
  if (error) {
    report_expression(context, node, *error, known);
    return false;
  }
  for (Relation& relation : relations) {
    if (relation.left.terms.empty()) {
      context.error(codes::rule_without_cell, context.at(node));
      return false;
    }
    if (uses_text(form, relation)) {
      context.error(codes::rule_over_text, context.at(node));
      return false;
    }
    RuleInstance instance;
    instance.cell = relation.left.terms.front().cell;
    instance.line = line;
    rule.uses_previous = rule.uses_previous || uses_previous(relation);
    instance.relation = std::move(relation);
    rule.instances.push_back(std::move(instance));
  }
  return true;
}

void make_instances(const FileContext& context, const YamlNode& assertion, const Form& form,
                    const std::optional<Each>& each, Rule& rule) {
  if (!each) {
    add_parsed(context, assertion, form, rule, "",
               [&](const CellName& name) { return resolve_cell(form, name); },
               all_addresses(form));
    return;
  }
  const auto lines = lines_of(*each);
  for (const std::string& id : each->only) {
    const bool known = std::any_of(lines.begin(), lines.end(),
                                   [&](const auto& line) { return line.first == id; });
    if (known) continue;
    std::vector<std::string> names;
    for (const auto& [name, label] : lines) names.push_back(name);
    suggest(context.error(codes::form_unknown_cell, context.at(assertion.mark), {id}), id, names);
    return;
  }
  for (const auto& [id, label] : lines) {
    if (!each->only.empty() &&
        std::find(each->only.begin(), each->only.end(), id) == each->only.end()) {
      continue;
    }
    const CellResolver resolve = [&, line = id](const CellName& name) {
      if (name.text.find('.') != std::string::npos) return resolve_cell(form, name);
      const std::string address = each->column ? join_address(each->table->id, name.text, line)
                                               : join_address(each->table->id, line, name.text);
      return resolve_cell(form, {address, name.previous, name.sum});
    };
    if (!add_parsed(context, assertion, form, rule, label, resolve, names_for(*each))) return;
  }
}

std::vector<AgencyClass> read_agencies(const FileContext& context, MapReader& map) {
  std::vector<AgencyClass> classes;
  for (const YamlNode* item : map.items("for")) {
    MapReader conditions(context, *item);
    AgencyClass agencies;
    agencies.level =
        conditions.word_or("level", {"state", "province", "city", "county", "town"}, "");
    agencies.body = conditions.word_or("body", {"government", "department", "office"}, "");
    conditions.finish();
    classes.push_back(std::move(agencies));
  }
  return classes;
}

}  // namespace

void read_rule(const FileContext& context, const YamlNode& node, const std::string& language,
               Form& form) {
  MapReader map(context, node);
  Rule rule;
  rule.mark = node.mark;
  rule.id = map.required_text("id");
  const std::string severity = map.word_or("severity", {"error", "warning", "hint", "off"}, "error");
  rule.severity = severity == "error"     ? RuleSeverity::error
                  : severity == "warning" ? RuleSeverity::warning
                  : severity == "hint"    ? RuleSeverity::hint
                                          : RuleSeverity::off;
  rule.explain = map.boolean_or("explain", false);
  rule.agencies = read_agencies(context, map);
  const YamlNode* each_node = map.get("each");
  std::optional<Each> each;
  if (each_node) each = read_each(context, *each_node, form);
  const YamlNode* assertion = map.require("assert");
  rule.text = map.localized_or("text", language, "");
  if (assertion && expect_text(context, *assertion)) {
    rule.source = assertion->text;
    if (rule.text.empty()) rule.text = assertion->text;
    if (!each_node || each) make_instances(context, *assertion, form, each, rule);
  }
  map.finish();
  for (const Rule& other : form.rules) {
    if (other.id == rule.id) context.error(codes::repeated_id, context.at(rule.mark), {rule.id});
  }
  form.rules.push_back(std::move(rule));
}

std::optional<LinearExpression> read_sum(const FileContext& context, const YamlNode& node,
                                         const Form& form) {
  if (!expect_text(context, node)) return {};
  std::optional<ExpressionError> error;
  auto quotient = parse_quotient(
      node.text, [&](const CellName& name) { return resolve_cell(form, name); }, error);
  if (!quotient) {
    report_expression(context, node, *error, all_addresses(form));
    return {};
  }
  if (quotient->denominator) {
    context.error(codes::invalid_value, context.at(node), {node.text, "a + b - c"});
    return {};
  }
  return std::move(quotient->numerator);
}

std::optional<Indicator> read_indicator(const FileContext& context, const YamlNode& node,
                                        const std::string& language, const Form& form) {
  MapReader map(context, node);
  Indicator indicator;
  indicator.mark = node.mark;
  indicator.id = map.required_text("id");
  indicator.label = map.localized_or("label", language, indicator.id);
  indicator.unit = map.text_or("unit", "");
  const YamlNode* value = map.require("value");
  bool is_read = false;
  if (value && expect_text(context, *value)) {
    std::optional<ExpressionError> error;
    auto quotient = parse_quotient(
        value->text, [&](const CellName& name) { return resolve_cell(form, name); }, error);
    if (quotient) {
      indicator.numerator = std::move(quotient->numerator);
      indicator.denominator = std::move(quotient->denominator);
      is_read = true;
    } else {
      report_expression(context, *value, *error, all_addresses(form));
    }
  }
  map.finish();
  if (!is_read) return {};
  return indicator;
}

}  // namespace gongkai
