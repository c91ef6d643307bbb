#include "load/catalog.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <system_error>
#include <tuple>

#include "diagnostics/codes/report.h"
#include "diagnostics/codes/sections.h"
#include "diagnostics/codes/site.h"
#include "load/agency.h"
#include "load/content_tree.h"
#include "load/expression.h"
#include "load/form.h"
#include "load/page.h"
#include "load/register.h"
#include "load/report.h"
#include "load/settings.h"
#include "load/time_zone.h"
#include "model/builtin_checks.h"
#include "model/parallel.h"

namespace gongkai {
namespace {

Date today_of(const Settings& settings, Diagnostics& diagnostics) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  if (const auto day = day_in_zone(seconds, settings.time_zone)) return *day;
  diagnostics.add(codes::unknown_time_zone, {settings.file, {}, 0}, {settings.time_zone});
  return *day_in_zone(seconds, "UTC");
}

/// Forms by id; null for one that has errors of its own.
using Forms = std::map<std::string, const Form*>;

Forms load_forms(const SiteFiles& site, Catalog& catalog, Diagnostics& diagnostics) {
  Forms forms;
  for (const FormSource& source : list_forms(site)) {
    std::optional<Form> form = load_form(site, source, catalog.settings, diagnostics);
    if (!form) {
      forms[source.id] = nullptr;
      continue;
    }
    if (!catalog.settings.indicators.empty()) {
      form->indicators = resolve_indicators(*form, catalog.settings.indicators);
    }
    catalog.forms.push_back(std::move(*form));
    forms[source.id] = &catalog.forms.back();
  }
  for (const Form& form : catalog.forms) {
    if (form.series.after.empty() || forms.count(form.series.after)) continue;
    diagnostics.add(codes::unknown_form, {form.file, form.series.mark, 0}, {form.series.after});
  }
  return forms;
}

// Sections whose length site.yaml limits must be those of some form.
void check_section_lengths(const Catalog& catalog, Diagnostics& diagnostics) {
  const Settings& settings = catalog.settings;
  std::set<std::string> sections;
  for (const Form& form : catalog.forms) {
    for (const Section& section : form.sections) sections.insert(section.id);
  }
  const std::vector<std::string> known(sections.begin(), sections.end());
  for (const auto& [section, length] : settings.section_lengths) {
    if (sections.count(section)) continue;
    suggest(diagnostics.add(codes::unknown_section,
                            {settings.file, settings.section_length_marks.at(section),
                             static_cast<std::uint32_t>(section.size())},
                            {section}),
            section, known);
  }
}

// Rules that site.yaml names must be those of some form or of the program, indicators those of some
// form.
void check_settings(const Catalog& catalog, Diagnostics& diagnostics) {
  const Settings& settings = catalog.settings;
  std::set<std::string> rules;
  for (const BuiltinCheck& check : builtin_checks()) rules.emplace(check.id);
  for (const Form& form : catalog.forms) {
    for (const Rule& rule : form.rules) rules.insert(rule.id);
  }
  const std::vector<std::string> known(rules.begin(), rules.end());
  for (const auto& [rule, severity] : settings.checks) {
    if (rules.count(rule)) continue;
    suggest(diagnostics.add(codes::unknown_rule,
                            {settings.file, settings.check_marks.at(rule),
                             static_cast<std::uint32_t>(rule.size())},
                            {rule}),
            rule, known);
  }
  for (const IndicatorText& text : settings.indicators) {
    const bool resolved =
        std::any_of(catalog.forms.begin(), catalog.forms.end(),
                    [&](const Form& form) { return !resolve_indicators(form, {text}).empty(); });
    if (!resolved) {
      diagnostics.add(codes::unknown_indicator, {settings.file, text.mark, 0}, {text.value});
    }
  }
}

struct FoundReport {
  const Agency* agency;
  int year;
};

/// Loads the agencies and returns the reports that there are to read.
std::vector<FoundReport> load_agencies(const SiteFiles& site, Catalog& catalog,
                                       Diagnostics& diagnostics) {
  std::map<std::string, std::string> folder_of_id;
  std::map<std::string, std::vector<int>> years_of_id;
  std::vector<std::string> broken;
  std::vector<Agency> agencies;
  for (const AgencyFolder& found : find_agencies(site, diagnostics)) {
    std::optional<Agency> agency = load_agency(site, catalog.settings, found.folder, diagnostics);
    const std::string id = found.folder.substr(found.folder.rfind('/') + 1);
    const auto [first, added] = folder_of_id.emplace(id, found.folder);
    if (!added) {
      Diagnostic& d = diagnostics.add(codes::repeated_agency,
                                      {found.folder + "/agency.yaml", {}, 0}, {id});
      d.notes.push_back({&notes::other_agency_here, {first->second + "/agency.yaml", {}, 0}, {}});
      continue;
    }
    if (!agency) {
      broken.push_back(id);
      if (!found.years.empty()) {
        diagnostics.add(codes::left_out, {found.folder, {}, 0},
                        {std::to_string(found.years.size()), found.folder + "/agency.yaml"});
      }
      for (int year : found.years) catalog.left_out.emplace_back(id, year);
      continue;
    }
    years_of_id[id] = found.years;
    agencies.push_back(std::move(*agency));
  }
  std::sort(agencies.begin(), agencies.end(), [](const Agency& a, const Agency& b) {
    return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
  });
  for (Agency& agency : agencies) catalog.agencies.push_back(std::move(agency));
  check_register(catalog.agencies, broken, diagnostics);

  std::vector<FoundReport> found;
  for (const Agency& agency : catalog.agencies) {
    std::vector<int>& years = years_of_id[agency.id];
    std::sort(years.begin(), years.end());
    for (int year : years) found.push_back({&agency, year});
  }
  return found;
}

void load_reports(const SiteFiles& site, const Forms& forms, int jobs,
                  const std::vector<FoundReport>& found, Catalog& catalog,
                  Diagnostics& diagnostics) {
  // An agency that is its own ancestor has been reported; nothing follows for its reports.
  std::set<std::string> parents;
  const std::set<std::string> in_cycles = agencies_in_cycles(catalog.agencies);
  for (const Agency& agency : catalog.agencies) {
    if (!in_cycles.count(agency.id)) parents.insert(agency.parent);
  }
  std::vector<std::optional<Report>> reports(found.size());
  std::vector<Diagnostics> messages(found.size());
  parallel_for(found.size(), jobs, [&](std::size_t i) {
    const Agency& agency = *found[i].agency;
    const ReportContext context{site, catalog.settings, forms, parents.count(agency.id) != 0};
    const std::string folder = agency.folder + "/" + std::to_string(found[i].year);
    reports[i] = load_report(context, agency, found[i].year, folder, messages[i]);
  });
  for (std::size_t i = 0; i < found.size(); ++i) {
    diagnostics.append(std::move(messages[i]));
    if (reports[i]) {
      catalog.reports.push_back(std::move(*reports[i]));
    } else {
      catalog.left_out.emplace_back(found[i].agency->id, found[i].year);
    }
  }
}

void load_pages(const SiteFiles& site, Catalog& catalog, Diagnostics& diagnostics) {
  const std::string introduction = "content/index.md";
  std::error_code error;
  if (std::filesystem::exists(site.path(introduction), error)) {
    if (auto page = load_page(site, introduction, true, diagnostics)) {
      catalog.introduction = std::move(*page);
    }
  }
  for (const std::string& file : find_pages(site)) {
    if (auto page = load_page(site, file, false, diagnostics)) {
      catalog.pages.push_back(std::move(*page));
    }
  }
  std::stable_sort(catalog.pages.begin(), catalog.pages.end(),
                   [](const FreePage& a, const FreePage& b) { return a.order < b.order; });
}

}  // namespace

std::shared_ptr<const Catalog> load_catalog(const SiteFiles& site, const LoadOptions& options,
                                            Diagnostics& diagnostics) {
  auto catalog = std::make_shared<Catalog>();
  std::optional<Settings> settings = load_settings(site, diagnostics);
  if (!settings) return nullptr;
  catalog->settings = std::move(*settings);
  const Date today = today_of(catalog->settings, diagnostics);
  catalog->today = options.today.value_or(today);
  const Forms forms = load_forms(site, *catalog, diagnostics);
  check_settings(*catalog, diagnostics);
  check_section_lengths(*catalog, diagnostics);
  const std::vector<FoundReport> found = load_agencies(site, *catalog, diagnostics);
  load_reports(site, forms, options.jobs, found, *catalog, diagnostics);
  load_pages(site, *catalog, diagnostics);
  catalog->index();
  return catalog;
}

}  // namespace gongkai
