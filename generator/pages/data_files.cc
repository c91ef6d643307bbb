#include "pages/data_files.h"

#include <algorithm>
#include <cassert>

#include "data/csv_metadata.h"
#include "data/long_data.h"
#include "data/overview_book.h"
#include "data/report_book.h"
#include "data/report_json.h"
#include "data/table_digests.h"
#include "data/wide_table.h"
#include "pages/citation.h"
#include "pages/link.h"
#include "pages/phrases.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

/// The checks of a report as its page words them.
std::vector<CheckLine> check_lines(const Words& words, const std::vector<Finding>& findings) {
  std::vector<CheckLine> lines;
  for (const Finding& finding : findings) {
    CheckLine line;
    line.finding = &finding;
    line.rule = rule_text(words, *finding.rule);
    line.place = finding.instance->line;
    line.outcome = outcome_text(words, finding.outcome);
    line.remark = finding.explanation == nullptr ? reason_text(words, finding)
                                                 : finding.explanation->text;
    const bool has_numbers = finding.outcome != Outcome::not_assessed &&
                             finding.outcome != Outcome::not_applicable;
    if (has_numbers) line.numbers = relation_in_numbers(finding);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string make_report_book(const PageContext& context, const Route& route) {
  const Report& report = *route.report;
  std::vector<Finding> findings;
  if (context.settings().publish_checks) findings = evaluate(context.library.catalog(), report);
  ReportBookTexts texts;
  texts.title = report_title(report);
  texts.facts.emplace_back(context.words["sheet_title"], texts.title);
  const View facts = make_report_facts(context, route, report);
  for (const View& fact : *facts.list()) {
    texts.facts.emplace_back(*fact.get("label")->text(), *fact.get("text")->text());
  }
  if (report.source) {
    texts.facts.emplace_back(context.words["source"],
                             report.source->title + " " + report.source->url);
  }
  texts.facts.emplace_back(context.words["cite_as"], report_citation(context, report));
  texts.checks = check_lines(context.words, findings);
  return report_book(report, context.words, texts);
}

/// The CSV of a folder, each with the address of its schema.
std::vector<std::pair<std::string, std::string>> schemas_of(const PageContext& context,
                                                            const Route& route) {
  auto schema = [](const Route& file) -> std::string {
    switch (file.data) {
      case DataFile::table:
        return table_schema_address(*file.report->form, file.report->form->tables[file.table]);
      case DataFile::long_data: return "data/schemas/long.json";
      case DataFile::report_list: return "data/schemas/reports.json";
      case DataFile::corrections: return "data/schemas/corrections.json";
      case DataFile::codebook_csv: return "data/schemas/codebook.json";
      default: return {};
    }
  };
  std::vector<std::pair<std::string, std::string>> schemas;
  const Route* page = context.routes.find(data_file_address(route.address, "index.html"));
  for (const Route* file : data_files_of(context, *page)) {
    const std::string address = schema(*file);
    if (address.empty()) continue;
    schemas.emplace_back(relative_link(route.address, file->address),
                         relative_link(route.address, address));
  }
  return schemas;
}

std::vector<Dataset> all_datasets(const PageContext& context, const Route& route) {
  std::vector<Dataset> datasets;
  for (const int year : context.library.years()) {
    if (const Route* page = context.routes.find(data_address(year))) {
      datasets.push_back(dataset_of(context, *page, route.address));
    }
  }
  return datasets;
}

}  // namespace

std::vector<const Report*> reports_of(const PageContext& context, const Route& route) {
  const Library& library = context.library;
  if (route.report != nullptr) return {route.report};
  if (route.agency != nullptr) return library.reports_of(*route.agency);
  return route.year != 0 ? library.reports_in(route.year) : library.reports();
}

std::vector<CodebookForm> codebook_forms(const Library& library) {
  std::vector<CodebookForm> forms;
  for (const Form* form : library.forms()) {
    CodebookForm& entry = forms.emplace_back();
    entry.form = form;
    for (const Report* report : library.reports()) {
      if (report->form == form) entry.years.insert(report->year);
    }
  }
  return forms;
}

std::string make_data_file(const PageContext& context, const Route& route) {
  const Catalog& catalog = context.library.catalog();
  const Settings& settings = context.settings();
  const std::vector<const Report*> reports = reports_of(context, route);
  std::string out;
  switch (route.data) {
    case DataFile::table:
      write_wide_csv(*route.report, wide_table(*route.report->form, route.table), out);
      break;
    case DataFile::long_data: write_long_data(catalog, reports, out); break;
    case DataFile::report: write_report_json(catalog, *route.report, true, out); break;
    case DataFile::reports:
      for (const Report* report : reports) {
        write_report_json(catalog, *report, false, out);
        out += '\n';
      }
      break;
    case DataFile::report_book: return make_report_book(context, route);
    case DataFile::overview_book: return overview_book(reports, context.words);
    case DataFile::csv_metadata: write_csv_metadata(schemas_of(context, route), out); break;
    case DataFile::table_schema:
      write_table_schema(wide_csv_columns(wide_table(*route.form, route.table)), out);
      break;
    case DataFile::long_schema: write_table_schema(long_data_columns(), out); break;
    case DataFile::report_list: write_report_list(catalog, reports, out); break;
    case DataFile::report_list_schema: write_table_schema(report_list_columns(), out); break;
    case DataFile::corrections: write_corrections(reports, out); break;
    case DataFile::corrections_schema: write_table_schema(correction_columns(), out); break;
    case DataFile::codebook_csv: write_codebook_csv(codebook_forms(context.library), out); break;
    case DataFile::codebook_json: write_codebook_json(codebook_forms(context.library), out); break;
    case DataFile::codebook_schema: write_table_schema(codebook_columns(), out); break;
    case DataFile::catalogue:
      write_data_json(settings, all_datasets(context, route), out);
      break;
    case DataFile::dcat: write_dcat(settings, all_datasets(context, route), out); break;
    case DataFile::digests_text: write_digests_text(reports, out); break;
    case DataFile::digests_json: write_digests_json(reports, out); break;
  }
  return out;
}

}  // namespace gongkai
