#include "load/report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "load/confirmed.h"
#include "load/figure_reader.h"
#include "load/report_files.h"
#include "load/report_tables.h"
#include "model/address.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

const Form* read_form(const FileContext& context, const ReportContext& around, MapReader& map,
                      int year) {
  const YamlNode* node = map.require("form");
  if (!node || !expect_text(context, *node)) return nullptr;
  const auto found = around.forms.find(node->text);
  if (found == around.forms.end()) {
    std::vector<std::string> known;
    for (const auto& [id, form] : around.forms) known.push_back(id);
    suggest(context.error(codes::unknown_form, context.at(*node), {node->text}), node->text, known);
    return nullptr;
  }
  const Form* form = found->second;
  // A form that is broken has been reported; what depends on it is left out in silence.
  if (!form) return nullptr;
  if (year < form->from_year || year > form->until_year) {
    const std::string years = form->until_year == 9999
                                  ? fmt::format("{}–", form->from_year)
                                  : fmt::format("{}–{}", form->from_year, form->until_year);
    context.error(codes::form_year, context.at(*node), {form->id, years, std::to_string(year)});
  }
  return form;
}

void read_dates(const FileContext& context, const Settings& settings, MapReader& map,
                Report& report) {
  const YamlNode* published = map.get("published");
  if (published && expect_text(context, *published)) {
    report.published_mark = published->mark;
    report.published = DateTime::parse(published->text);
    if (!report.published) {
      context.error(codes::invalid_value, context.at(*published),
                    {published->text, "YYYY-MM-DD | YYYY-MM-DD HH:MM"});
      // The period ends on its last day, so that no report of the whole of it can be older.
    } else if (const std::string end = std::to_string(report.year) + "-" + report.form->period_to;
               report.published->date.str() <= end) {
      context.error(codes::published_early, context.at(*published),
                    {report.published->date.str(), end});
    } else if (settings.has_government_site && !report.published->has_time()) {
      context.error(codes::published_time_missing, context.at(*published));
    }
  } else if (!published && settings.has_government_site && report.status == Status::published) {
    context.error(codes::published_time_missing, context.at(map.node().mark));
  } else if (!published && !report.source && report.status == Status::published) {
    context.error(codes::published_missing, context.at(map.node().mark));
  }
  if (const YamlNode* node = map.get("signed")) {
    MapReader fields(context, *node);
    Signature signature;
    signature.by = fields.text_or("by", "");
    signature.on = fields.date("on");
    fields.finish();
    report.signature = std::move(signature);
  }
}

void read_status(const FileContext& context, MapReader& map, Report& report) {
  const std::string status = map.word_or("status", {"published", "draft", "withdrawn"}, "published");
  report.status = status == "draft"       ? Status::draft
                  : status == "withdrawn" ? Status::withdrawn
                                          : Status::published;
  if (const YamlNode* node = map.get("withdrawn")) {
    MapReader fields(context, *node);
    report.withdrawn_on = fields.date("on");
    report.withdrawn_text = fields.text_or("text", "");
    fields.finish();
  }
  if (report.status == Status::withdrawn &&
      (!report.withdrawn_on || report.withdrawn_text.empty())) {
    context.error(codes::withdrawn_needs_reason, context.at(map.mark_of("status")));
  }
}

void read_scope(const FileContext& context, bool has_agencies_below, MapReader& map,
                Report& report) {
  report.scope_written = map.get("scope") != nullptr;
  const std::string scope = map.word_or("scope", {"own", "all"}, "own");
  report.scope = scope == "all" ? Scope::all : Scope::own;
  if (!report.scope_written && has_agencies_below) {
    context.error(codes::scope_missing, context.at(map.node().mark));
  }
}

void read_source(const FileContext& context, MapReader& map, Report& report) {
  const YamlNode* node = map.get("source");
  if (!node) return;
  MapReader fields(context, *node);
  Source source;
  source.title = fields.required_text("title");
  source.url = fields.text_or("url", "");
  if (!source.url.empty() && !source.url.starts_with("https://") &&
      !source.url.starts_with("http://")) {
    context.error(codes::invalid_value, context.at(*fields.get("url")), {source.url, "https://…"});
  }
  fields.finish();
  report.source = std::move(source);
}

CellIndex read_cell_address(const FileContext& context, MapReader& fields, const Form& form) {
  const YamlNode* node = fields.require("cell");
  if (!node || !expect_text(context, *node)) return no_cell;
  const AddressResult address = resolve_address(form, node->text);
  if (address.cell != no_cell) return address.cell;
  if (!address.candidates.empty()) {
    context.error(codes::ambiguous_cell, context.at(*node),
                  {node->text, fmt::format("{}", fmt::join(address.candidates, ", "))});
    return no_cell;
  }
  Diagnostic& d = context.error(codes::unknown_cell, context.at(*node), {node->text});
  if (!address.nearest.empty()) d.notes.push_back({&notes::did_you_mean, {}, {address.nearest}});
  return no_cell;
}

Decimal read_number(const FileContext& context, MapReader& fields, std::string_view key) {
  const YamlNode* node = fields.require(key);
  if (!node || !expect_text(context, *node)) return {};
  // Sums may have more digits than a figure; what the check prints can be copied here.
  std::string_view text = node->text;
  if (const auto value = Decimal::parse(text)) return *value;
  context.error(codes::not_a_number, context.at(*node), {node->text});
  return {};
}

const Rule* find_rule(const Form& form, const std::string& id) {
  for (const Rule& rule : form.rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

// A rule of the form, or a check of the program that speaks of single cells.
void check_answered_rule(const FileContext& context, const YamlNode& node, const Form& form,
                         bool must_be_explainable) {
  const std::string& id = node.text;
  const BuiltinCheck* check = builtin_check(id);
  if (check && check->binds_to_cells) return;
  if (const Rule* rule = find_rule(form, id)) {
    if (must_be_explainable && !rule->explain) {
      context.error(codes::not_explainable, context.at(node), {id});
    }
    return;
  }
  std::vector<std::string> known;
  for (const Rule& rule : form.rules) known.push_back(rule.id);
  for (const BuiltinCheck& other : builtin_checks()) {
    if (other.binds_to_cells) known.emplace_back(other.id);
  }
  suggest(context.error(codes::unknown_form_rule, context.at(node), {id}), id, known);
}

std::vector<Explanation> read_explanations(const FileContext& context, MapReader& map,
                                           std::string_view key, bool must_be_explainable,
                                           const Form& form) {
  std::vector<Explanation> explanations;
  for (const YamlNode* item : map.items(key)) {
    MapReader fields(context, *item);
    Explanation explanation;
    explanation.mark = item->mark;
    explanation.rule = fields.required_text("rule");
    if (const YamlNode* rule = fields.get("rule")) {
      check_answered_rule(context, *rule, form, must_be_explainable);
    }
    explanation.cell = read_cell_address(context, fields, form);
    explanation.found = read_number(context, fields, "found");
    explanation.expected = read_number(context, fields, "expected");
    explanation.text = fields.required_text("text");
    fields.finish();
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

std::vector<Correction> read_corrections(const FileContext& context, MapReader& map,
                                         const Form& form) {
  std::vector<Correction> corrections;
  for (const YamlNode* item : map.items("corrections")) {
    MapReader fields(context, *item);
    Correction correction;
    correction.mark = item->mark;
    fields.require("date");
    correction.date = fields.date("date").value_or(Date{});
    correction.cell = read_cell_address(context, fields, form);
    fields.get("was");
    const YamlNode* was = item->find("was");
    if (!was) {
      context.error(codes::missing_key, context.at(item->mark), {"was"});
    } else if (correction.cell != no_cell) {
      correction.was = read_figure(context, *was, form.cells[correction.cell]).value_or(Figure{});
    }
    correction.text = fields.required_text("text");
    fields.finish();
    corrections.push_back(std::move(correction));
  }
  return corrections;
}

void check_year(const FileContext& context, const Agency& agency, Mark mark, int year) {
  if (!agency.reports || (year >= agency.reports->from && year <= agency.reports->until)) return;
  const std::string years =
      agency.reports->until == 9999
          ? fmt::format("{}–", agency.reports->from)
          : fmt::format("{}–{}", agency.reports->from, agency.reports->until);
  context.error(codes::year_not_owed, context.at(mark), {years, std::to_string(year)});
}

void read_keys(const FileContext& context, const ReportContext& around, MapReader& map,
               Report& report) {
  read_status(context, map, report);
  read_source(context, map, report);
  read_dates(context, around.settings, map, report);
  read_scope(context, around.has_agencies_below, map, report);
  read_report_tables(context, map, report);
  const Form& form = *report.form;
  report.explanations = read_explanations(context, map, "explanations", true, form);
  report.known_errors = read_explanations(context, map, "known_errors", false, form);
  report.corrections = read_corrections(context, map, form);
  read_attachments(context, around.site, map, report);
}

}  // namespace

std::optional<Report> load_report(const ReportContext& around, const Agency& agency, int year,
                                  const std::string& folder, Diagnostics& diagnostics) {
  Diagnostics own;
  Report report;
  report.agency = &agency;
  report.year = year;
  report.folder = folder;
  const FileContext context{report.file(), own};
  const auto root = read_yaml(around.site, report.file(), own);
  if (root) {
    MapReader map(context, *root);
    report.form = map.is_map() ? read_form(context, around, map, year) : nullptr;
    if (report.form) {
      report.form_mark = map.mark_of("form");
      check_year(context, agency, report.form_mark, year);
      read_keys(context, around, map, report);
      const std::size_t errors_before = own.count(Severity::error);
      read_narratives(context, around.site, report);
      // After an error in the texts a passage may only seem to be missing.
      const bool texts_are_whole = own.count(Severity::error) == errors_before;
      read_confirmed(context, texts_are_whole, map, report);
      map.finish();
    }
  }
  const bool good = report.form && !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return {};
  return report;
}

}  // namespace gongkai
