#include <algorithm>

#include "pages/data_files.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

/// Absolute where the site says where it stands.
std::string link_from(const PageContext& context, std::string_view from,
                      std::string_view address) {
  const std::string& base = context.settings().base_url;
  return base.empty() ? relative_link(from, address) : base + percent_encoded(address);
}

std::string_view media_type(const std::string& address) {
  if (address.ends_with(".csv")) return "text/csv";
  if (address.ends_with(".jsonl")) return "application/x-ndjson";
  if (address.ends_with(".xlsx")) {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  return "application/json";
}

/// The day on which a report last changed; that on which its period ended where none is known.
std::string last_change(const Report& report) {
  std::string day = report.published
                        ? report.published->date.str()
                        : std::to_string(report.year) + "-" + report.form->period_to;
  for (const Correction& correction : report.corrections) {
    day = std::max(day, correction.date.str());
  }
  return day;
}

std::string first_day(const Report& report) {
  const Form& form = *report.form;
  const int year = form.period_from > form.period_to ? report.year - 1 : report.year;
  return std::to_string(year) + "-" + form.period_from;
}

bool is_offered(const Route& file) {
  return file.data != DataFile::csv_metadata && file.data != DataFile::table_schema;
}

}  // namespace

std::vector<const Route*> data_files_of(const PageContext& context, const Route& page) {
  std::vector<const Route*> files;
  auto add = [&](std::string_view name) {
    const Route* file = context.routes.find(data_file_address(page.address, name));
    if (file != nullptr && file->kind == RouteKind::data_file) files.push_back(file);
  };
  for (const char* name : {"report.xlsx", "tables.xlsx"}) add(name);
  if (page.report != nullptr) {
    for (const Table& table : page.report->form->tables) add(table_file(table));
  }
  for (const char* name :
       {"long.csv", "report.json", "reports.jsonl", "reports.csv", "corrections.csv",
        "codebook.csv", "codebook.json", "digests.txt", "digests.json", "data.json", "dcat.jsonld",
        "csv-metadata.json"}) {
    add(name);
  }
  return files;
}

std::string downloads_title(const PageContext& context, const Route& page) {
  const Words& words = context.words;
  if (page.report != nullptr) {
    return words.fill("data_of", {report_title(*page.report)});
  }
  if (page.agency != nullptr) return words.fill("data_of_agency", {page.agency->name});
  return page.year != 0 ? words.fill("data_of_year", {std::to_string(page.year)})
                        : words["data_title"];
}

View make_data_link(const PageContext& context, const Route& from, std::string_view address) {
  const Route* page = context.routes.find(address);
  return page == nullptr ? View(false) : make_link(from, downloads_title(context, *page), address);
}

std::string data_file_label(const PageContext& context, const Route& file) {
  const Words& words = context.words;
  switch (file.data) {
    case DataFile::table:
      return words.fill("data_table", {file.report->form->tables[file.table].caption});
    case DataFile::long_data: return words["data_long"];
    case DataFile::report: return words["data_report"];
    case DataFile::reports: return words["data_reports"];
    case DataFile::report_book: return words["data_report_book"];
    case DataFile::overview_book: return words["data_overview_book"];
    case DataFile::csv_metadata: return words["data_csv_metadata"];
    case DataFile::report_list: return words["data_report_list"];
    case DataFile::corrections: return words["data_corrections"];
    case DataFile::codebook_csv:
    case DataFile::codebook_json: return words["data_codebook"];
    case DataFile::catalogue: return words["data_catalogue"];
    case DataFile::dcat: return words["data_dcat"];
    case DataFile::digests_text:
    case DataFile::digests_json: return words["data_digests"];
    case DataFile::table_schema:
    case DataFile::long_schema:
    case DataFile::report_list_schema:
    case DataFile::corrections_schema:
    case DataFile::codebook_schema: break;
  }
  return {};
}

Dataset dataset_of(const PageContext& context, const Route& page, std::string_view from) {
  Dataset dataset;
  dataset.page = link_from(context, from, page.address);
  dataset.title = downloads_title(context, page);
  const std::vector<const Report*> reports = reports_of(context, page);
  dataset.description =
      context.words.fill("data_description", {dataset.title, std::to_string(reports.size())});
  for (const Report* report : reports) {
    const std::string end = std::to_string(report->year) + "-" + report->form->period_to;
    const std::string begin = first_day(*report);
    dataset.modified = std::max(dataset.modified, last_change(*report));
    dataset.temporal_to = std::max(dataset.temporal_to, end);
    if (dataset.temporal_from.empty() || begin < dataset.temporal_from) {
      dataset.temporal_from = begin;
    }
  }
  dataset.codebook = link_from(context, from, "data/codebook.json");
  for (const Route* file : data_files_of(context, page)) {
    if (!is_offered(*file)) continue;
    dataset.distributions.push_back({link_from(context, from, file->address),
                                     data_file_label(context, *file), media_type(file->address)});
  }
  return dataset;
}

}  // namespace gongkai
