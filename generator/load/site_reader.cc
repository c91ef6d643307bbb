#include "load/site_reader.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <system_error>
#include <tuple>

#include "diagnostics/codes/report.h"
#include "diagnostics/codes/site.h"
#include "load/agency.h"
#include "load/expression.h"
#include "load/form.h"
#include "load/page.h"
#include "load/register.h"
#include "load/report.h"
#include "load/settings.h"
#include "load/settings_check.h"
#include "load/time_zone.h"
#include "model/parallel.h"

namespace gongkai {
namespace {

constexpr std::string_view settings_file = "site.yaml";
constexpr std::string_view agencies_folder = "content/agencies";
constexpr std::string_view agency_file = "/agency.yaml", report_file = "/report.yaml";

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string() : path.substr(0, slash);
}

}  // namespace

SiteReader::SiteReader(SiteFiles site, LoadOptions options)
    : site_(std::move(site)), options_(options) {}

Date SiteReader::today(Diagnostics& diagnostics) const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  auto day = day_in_zone(seconds, settings_->time_zone);
  if (!day) {
    diagnostics.add(codes::unknown_time_zone, {settings_->file, {}, 0}, {settings_->time_zone});
    day = day_in_zone(seconds, "UTC");
  }
  return options_.today.value_or(*day);
}

bool SiteReader::read_settings() {
  settings_said_ = {};
  settings_ = load_settings(site_, settings_said_);
  return settings_.has_value();
}

void SiteReader::read_forms() {
  forms_.clear();
  forms_by_id_.clear();
  forms_said_ = {};
  for (const FormSource& source : list_forms(site_)) {
    std::optional<Form> form = load_form(site_, source, *settings_, forms_said_);
    const Form*& known = forms_by_id_[source.id];
    if (!form) continue;
    if (!settings_->indicators.empty()) {
      form->indicators = resolve_indicators(*form, settings_->indicators);
    }
    known = &forms_.emplace_back(std::move(*form));
  }
  for (const Form& form : forms_) {
    if (form.series.after.empty() || forms_by_id_.count(form.series.after)) continue;
    forms_said_.add(codes::unknown_form, {form.file, form.series.mark, 0}, {form.series.after});
  }
  check_settings(*settings_, forms_, forms_said_);
}

/// Whether a change at `path` can only concern the agency or report in whose folder it stands, and
/// not which agencies and reports there are.
bool SiteReader::is_inside_known_folder(const std::string& path) const {
  const std::string folder = parent_of(path);
  if (const auto agency = agencies_.find(folder); agency != agencies_.end()) {
    return path == folder + std::string(agency_file) && site_.exists(path);
  }
  const auto agency = agencies_.find(parent_of(folder));
  if (agency == agencies_.end()) return false;
  const std::string year = folder.substr(folder.rfind('/') + 1);
  const auto& reports = agency->second.reports;
  const bool known = std::any_of(reports.begin(), reports.end(), [&](const ReadReport& report) {
    return std::to_string(report.year) == year;
  });
  std::error_code error;
  return known && site_.exists(folder + std::string(report_file)) &&
         !site_.exists(folder + std::string(agency_file)) &&
         !std::filesystem::is_directory(site_.path(path), error);
}

/// Marks as not fresh what stands where something changed.
void SiteReader::forget(const Changes& changes) {
  for (const std::string& path : changes.paths) {
    const bool concerns_tree =
        path.starts_with(agencies_folder) || agencies_folder.starts_with(path + "/");
    if (concerns_tree && !is_inside_known_folder(path)) tree_known_ = false;
  }
  for (auto& [folder, agency] : agencies_) {
    if (!changes.touch(folder)) continue;
    if (changes.touch(folder + std::string(agency_file))) agency.fresh = false;
    for (ReadReport& report : agency.reports) {
      if (changes.touch(folder + "/" + std::to_string(report.year))) report.fresh = false;
    }
  }
}

void SiteReader::find_folders() {
  tree_said_ = {};
  folders_.clear();
  std::map<std::string, ReadAgency> found;
  for (AgencyFolder& each : find_agencies(site_, tree_said_)) {
    std::sort(each.years.begin(), each.years.end());
    ReadAgency& agency = found[each.folder];
    if (const auto known = agencies_.find(each.folder); known != agencies_.end()) {
      agency = std::move(known->second);
    }
    std::vector<ReadReport> reports;
    for (const int year : each.years) {
      const auto known = std::find_if(agency.reports.begin(), agency.reports.end(),
                                      [&](const ReadReport& report) { return report.year == year; });
      reports.push_back(known == agency.reports.end() ? ReadReport{year, {}, {}, false, false}
                                                      : std::move(*known));
    }
    agency.reports = std::move(reports);
    folders_.push_back(std::move(each.folder));
  }
  agencies_ = std::move(found);
  tree_known_ = true;
  order_known_ = false;
}

void SiteReader::read_agencies() {
  for (auto& [folder, agency] : agencies_) {
    if (agency.fresh) continue;
    agency.said = {};
    std::optional<Agency> read = load_agency(site_, *settings_, folder, agency.said);
    agency.agency = read ? std::make_shared<const Agency>(std::move(*read)) : nullptr;
    agency.fresh = true;
    // A report points to its agency.
    for (ReadReport& report : agency.reports) report.fresh = false;
    order_known_ = false;
  }
}

void SiteReader::order_agencies() {
  order_said_ = {};
  ordered_.clear();
  left_out_with_agency_.clear();
  std::map<std::string, std::string> folder_of_id;
  std::vector<std::string> broken;
  for (const std::string& folder : folders_) {
    ReadAgency& agency = agencies_.at(folder);
    order_said_.append(agency.said);
    const std::string id = folder.substr(folder.rfind('/') + 1);
    const auto [first, added] = folder_of_id.emplace(id, folder);
    if (!added) {
      Diagnostic& d = order_said_.add(codes::repeated_agency,
                                      {folder + std::string(agency_file), {}, 0}, {id});
      d.notes.push_back(
          {&notes::other_agency_here, {first->second + std::string(agency_file), {}, 0}, {}});
      continue;
    }
    if (agency.agency) {
      ordered_.push_back(&agency);
      continue;
    }
    broken.push_back(id);
    if (!agency.reports.empty()) {
      order_said_.add(codes::left_out, {folder, {}, 0},
                      {std::to_string(agency.reports.size()), folder + std::string(agency_file)});
    }
    for (const ReadReport& report : agency.reports) {
      left_out_with_agency_.emplace_back(id, report.year);
    }
  }
  std::sort(ordered_.begin(), ordered_.end(), [](const ReadAgency* a, const ReadAgency* b) {
    return std::tie(a->agency->kind, a->agency->id) < std::tie(b->agency->kind, b->agency->id);
  });
  SharedList<Agency> agencies;
  for (const ReadAgency* each : ordered_) agencies.push_back(each->agency);
  check_register(agencies, broken, order_said_);

  // An agency that is its own ancestor has been reported; nothing follows for its reports.
  std::set<std::string> parents;
  const std::set<std::string> in_cycles = agencies_in_cycles(agencies);
  for (const Agency& agency : agencies) {
    if (!in_cycles.count(agency.id)) parents.insert(agency.parent);
  }
  for (ReadAgency* each : ordered_) {
    const bool has_agencies_below = parents.count(each->agency->id) != 0;
    for (ReadReport& report : each->reports) {
      if (report.has_agencies_below != has_agencies_below) report.fresh = false;
      report.has_agencies_below = has_agencies_below;
    }
  }
  order_known_ = true;
}

void SiteReader::read_reports() {
  std::vector<std::pair<const ReadAgency*, ReadReport*>> stale;
  for (ReadAgency* agency : ordered_) {
    for (ReadReport& report : agency->reports) {
      if (!report.fresh) stale.emplace_back(agency, &report);
    }
  }
  parallel_for(stale.size(), options_.jobs, [&](std::size_t i) {
    const Agency& agency = *stale[i].first->agency;
    ReadReport& report = *stale[i].second;
    report.said = {};
    const ReportContext context{site_, *settings_, forms_by_id_, report.has_agencies_below};
    std::optional<Report> read = load_report(context, agency, report.year,
                                             agency.folder + "/" + std::to_string(report.year),
                                             report.said);
    report.report = read ? std::make_shared<const Report>(std::move(*read)) : nullptr;
    report.fresh = true;
  });
}

void SiteReader::read_pages(Catalog& catalog, Diagnostics& diagnostics) const {
  const std::string introduction = "content/index.md";
  std::error_code error;
  if (std::filesystem::exists(site_.path(introduction), error)) {
    if (auto page = load_page(site_, introduction, true, diagnostics)) {
      catalog.introduction = std::move(*page);
    }
  }
  for (const std::string& file : find_pages(site_)) {
    if (auto page = load_page(site_, file, false, diagnostics)) {
      catalog.pages.push_back(std::move(*page));
    }
  }
  std::stable_sort(catalog.pages.begin(), catalog.pages.end(),
                   [](const FreePage& a, const FreePage& b) { return a.order < b.order; });
}

std::shared_ptr<const Catalog> SiteReader::read(const Changes& changes, Diagnostics& diagnostics) {
  // What site.yaml and the forms say may decide how any file is read.
  const bool new_settings = !settings_ || changes.touch(settings_file);
  const bool new_forms = new_settings || changes.touch("content/forms");
  if (new_settings && !read_settings()) {
    diagnostics.append(settings_said_);
    return nullptr;
  }
  if (new_forms) {
    agencies_.clear();
    tree_known_ = false;
    read_forms();
  } else {
    forget(changes);
  }
  if (!tree_known_) find_folders();
  read_agencies();
  if (!order_known_) order_agencies();
  read_reports();

  auto catalog = std::make_shared<Catalog>();
  catalog->settings = *settings_;
  diagnostics.append(settings_said_);
  catalog->today = today(diagnostics);
  catalog->forms = forms_;
  diagnostics.append(forms_said_);
  diagnostics.append(tree_said_);
  diagnostics.append(order_said_);
  catalog->left_out = left_out_with_agency_;
  for (const ReadAgency* each : ordered_) {
    catalog->agencies.push_back(each->agency);
    for (const ReadReport& report : each->reports) {
      if (!report.said.empty()) diagnostics.append(report.said);
      if (report.report) {
        catalog->reports.push_back(report.report);
      } else {
        catalog->left_out.emplace_back(each->agency->id, report.year);
      }
    }
  }
  read_pages(*catalog, diagnostics);
  catalog->index();
  return catalog;
}

}  // namespace gongkai
