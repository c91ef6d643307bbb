#include "import/table_reports.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "diagnostics/codes/tables.h"
#include "import/agency_text.h"
#include "import/tables_text.h"
#include "write/report_text.h"
#include "write/update.h"

namespace gongkai {
namespace {

std::string with_year(std::string text, int year) {
  constexpr std::string_view mark = "{year}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
    text.replace(at, mark.size(), std::to_string(year));
  }
  return text;
}

// As they are: what is not replaced must stay to the byte.
std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string new_report(const TableMapping& mapping, const ImportedReport& imported, int year) {
  Report report;
  report.form = mapping.form;
  report.year = year;
  report.scope = mapping.scope.value_or(Scope::own);
  report.scope_written = mapping.scope.has_value();
  if (mapping.source) {
    report.source = Source{with_year(mapping.source->title, year),
                           with_year(mapping.source->url, year)};
  }
  if (mapping.published) report.published = DateTime{*mapping.published};
  // Without either nobody can say when or where it was published.
  if (!report.source && !report.published) report.status = Status::draft;
  return report_head(report) + tables_text(*mapping.form, imported.filed());
}

}  // namespace

std::vector<PlannedFile> plan_files(const Catalog& catalog, const SiteFiles& site,
                                    const TableMapping& mapping, const TableImport& imported,
                                    bool update, Diagnostics& diagnostics) {
  using Action = PlannedFile::Action;
  std::vector<PlannedFile> files;
  for (const auto& [id, agency] : imported.agencies) {
    if (!agency.is_new) continue;
    PlannedFile file;
    file.file = agency.agency.file();
    file.text = agency_text(agency.agency, agency.kind);
    files.push_back(std::move(file));
  }
  for (const auto& [key, report] : imported.reports) {
    const auto& [id, year] = key;
    const Agency& agency = imported.agencies.at(id).agency;
    PlannedFile file;
    file.file = agency.folder + "/" + std::to_string(year) + "/report.yaml";
    if (!site.exists(file.file)) {
      file.text = new_report(mapping, report, year);
      files.push_back(std::move(file));
      continue;
    }
    const Report* known = nullptr;
    if (const Agency* there = catalog.agency(id)) known = catalog.report(*there, year);
    if (known && known->form != mapping.form) {
      diagnostics.add(codes::report_of_other_form, known->at(known->form_mark),
                      {known->form->id, mapping.form->id});
      continue;
    }
    const std::string text = read_bytes(site.path(file.file));
    Diagnostics own;
    auto updated = update_report(*mapping.form, file.file, text, report.filed(), own);
    if (!updated) {
      diagnostics.append(std::move(own));
      continue;
    }
    file.changed = static_cast<int>(updated->changed.size());
    file.action = file.changed == 0 ? Action::unchanged : update ? Action::update : Action::keep;
    file.text = std::move(updated->text);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace gongkai
