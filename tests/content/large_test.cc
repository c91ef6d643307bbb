// Portals of thousands of agencies, made in memory: no page has more than a megabyte of HTML, and every
// page is reached from home in at most three clicks.
//
//     large_test
#include <deque>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "load/form.h"
#include "model/address.h"
#include "pages/link.h"
#include "pages/pages.h"
#include "theme/theme.h"

using namespace gongkai;

namespace {

constexpr std::size_t most_bytes = 1'000'000;
constexpr int most_clicks = 3;

int faults = 0;

void fault(const std::string& what) {
  if (++faults <= 20) std::cerr << what << "\n";
}

Form builtin_form() {
  Diagnostics diagnostics;
  auto form = load_form({}, {"cn-2021", std::string(builtin_folder) + "cn-2021.yaml"}, {},
                        diagnostics);
  if (!form) throw std::runtime_error("the built-in form cannot be read");
  return *std::move(form);
}

/// The form with its last table alone, so that tens of thousands of reports find room. A divided page
/// holds as many agencies for it as for the whole form.
Form few_figures(const Form& whole) {
  const std::size_t last = whole.tables.size() - 1;
  Form form = whole;
  form.tables = {whole.tables[last]};
  form.cells.clear();
  form.addresses.clear();
  form.rules.clear();
  form.charts.clear();
  form.indicators.clear();
  form.series = {};
  const CellIndex first = whole.tables[last].blocks.front().first_cell;
  for (Block& block : form.tables[0].blocks) block.first_cell -= first;
  for (Row& row : form.tables[0].rows) {
    for (CellIndex& cell : row.cells) cell -= first;
  }
  for (CellIndex cell = first; cell < whole.cells.size(); ++cell) {
    CellSpec spec = whole.cells[cell];
    spec.table = 0;
    for (auto* parts : {&spec.row_parts, &spec.column_parts, &spec.leaves}) {
      for (CellIndex& part : *parts) part -= first;
    }
    form.addresses[spec.address] = static_cast<CellIndex>(form.cells.size());
    form.cells.push_back(std::move(spec));
  }
  // As many columns as the whole form has in its comparisons.
  for (std::size_t i = 0; i < whole.indicators.size(); ++i) {
    Indicator indicator = whole.indicators[i];
    indicator.numerator.terms = {{1, static_cast<CellIndex>(i), false}};
    if (indicator.denominator) {
      indicator.denominator->terms = {{1, static_cast<CellIndex>(i) + 1, false}};
    }
    form.indicators.push_back(std::move(indicator));
  }
  for (Section& section : form.sections) {
    section.table = section.table == static_cast<int>(last) ? 0 : -1;
  }
  form.series.continues.resize(form.cells.size());
  index_keys(form);
  return form;
}

struct Size {
  int counties, below, first_year, last_year;
};

std::unique_ptr<Catalog> make_catalog(const Size& size, const Form& form) {
  auto catalog = std::make_unique<Catalog>();
  catalog->today = {2026, 6, 1};
  catalog->settings.title = "某省政府信息公开年报";
  catalog->settings.publish_coverage = true;
  for (const char* kind : {"government", "department", "town"}) {
    catalog->settings.kinds.push_back({kind, "某一类机关和单位", "county", "government", "01-31"});
  }
  catalog->forms.push_back(form);
  const Form& here = catalog->forms.front();
  auto add = [&](const std::string& id, const std::string& parent, int kind) {
    Agency agency;
    agency.id = id;
    agency.name = "某省某市某县" + id + "人民政府办公室";
    agency.short_name = "某县" + id + "办公室";
    agency.folder = "content/agencies/" + id;
    agency.parent = parent;
    agency.kind = kind;
    agency.reports = ReportingYears{size.first_year, 9999};
    catalog->agencies.push_back(agency);
  };
  for (int county = 0; county < size.counties; ++county) {
    const std::string id = "c" + std::to_string(county);
    add(id, "", 0);
    for (int i = 1; i < size.below; ++i) add(id + "-" + std::to_string(i), id, 1 + i % 2);
  }
  int number = 0;
  for (const Agency& agency : catalog->agencies) {
    for (int year = size.first_year; year <= size.last_year; ++year) {
      Report report;
      report.agency = &agency;
      report.form = &here;
      report.year = year;
      report.folder = agency.folder + "/" + std::to_string(year);
      report.published = DateTime{{year + 1, 1, 20}};
      report.blanks_are_zero.assign(here.tables.size(), false);
      report.cells.resize(here.cells.size());
      for (Cell& cell : report.cells) cell.figure = Figure::of(Decimal(++number % 30000));
      // One report is missing in each county and year.
      if (agency.id.ends_with("-7")) continue;
      catalog->reports.push_back(std::move(report));
    }
  }
  catalog->index();
  return catalog;
}

std::string joined(const std::string& from, std::string link) {
  link = link.substr(0, link.find_first_of("?#"));
  std::string folder = from.substr(0, from.rfind('/') + 1);
  while (link.starts_with("../")) {
    link.erase(0, 3);
    folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return percent_decoded(folder + link);
}

class Walk {
 public:
  Walk(const Catalog& catalog, const Theme& theme)
      : checks_(catalog),
        library_(catalog),
        routes_(library_, {}, diagnostics_),
        context_{library_, routes_, theme.words(), checks_},
        theme_(theme) {}

  void run(const std::string& name) {
    clicks_[std::string(home_address)] = 0;
    open_.push_back(std::string(home_address));
    while (!open_.empty()) {
      const std::string address = open_.front();
      open_.pop_front();
      visit(address);
    }
    std::size_t pages = 0;
    for (const std::string& address : routes_.addresses()) {
      const RouteKind kind = routes_.find(address)->kind;
      if (page_kind(kind).empty() || kind == RouteKind::not_found) continue;
      ++pages;
      const auto found = clicks_.find(address);
      if (found == clicks_.end()) {
        fault(address + ": is not reached in " + std::to_string(most_clicks) + " clicks");
      }
    }
    std::cout << name << ": " << pages << " pages, " << visited_ << " looked at, the largest of "
              << largest_ << " bytes is " << largest_page_ << "\n";
    if (visited_ < 20) fault(name + ": too few pages were looked at");
  }

 private:
  void visit(const std::string& address) {
    const Route& route = *routes_.find(address);
    const int clicks = clicks_[address];
    // Reports are alike, and lead to nothing that is not reached otherwise: some of them will do.
    const bool is_one_of_many = route.agency != nullptr;
    if (is_one_of_many && ++of_kind_[route.kind] > 20) return;
    // A page so deep leads no further; of those alike in size a few are looked at.
    if (clicks == most_clicks && ++last_[route.kind] > 20) return;
    std::string html;
    theme_.render(page_kind(route.kind), make_page(context_, route), html);
    ++visited_;
    if (html.size() > largest_) {
      largest_ = html.size();
      largest_page_ = address;
    }
    if (html.size() > most_bytes) {
      fault(address + ": " + std::to_string(html.size()) + " bytes");
    }
    if (clicks == most_clicks) return;
    // The search page is reached by its form.
    for (const auto& [element, link] : {std::pair("<a ", "href=\""), {"<form ", "action=\""}}) {
      for (std::size_t at = 0; (at = html.find(element, at)) != html.npos; ++at) {
        const std::size_t begin = html.find(link, at) + std::string(link).size();
        follow(joined(address, html.substr(begin, html.find('"', begin) - begin)), clicks + 1);
      }
    }
  }

  void follow(const std::string& address, int clicks) {
    const Route* route = routes_.find(address);
    if (route == nullptr || page_kind(route->kind).empty()) return;
    if (clicks_.emplace(address, clicks).second) open_.push_back(address);
  }

  Diagnostics diagnostics_;
  CheckResult checks_;
  Library library_;
  Routes routes_;
  PageContext context_;
  const Theme& theme_;
  std::map<std::string, int> clicks_;
  std::deque<std::string> open_;
  std::map<RouteKind, int> of_kind_, last_;
  std::size_t visited_ = 0, largest_ = 0;
  std::string largest_page_;
};

}  // namespace

int main() {
  Diagnostics diagnostics;
  const std::shared_ptr<const Theme> theme = load_theme({}, "default", "zh-CN", diagnostics);
  if (!theme) return 1;
  Form whole = builtin_form();
  whole.rules.clear();  // drawn figures break most sums, and pages of findings are not what is walked over
  const Form few = few_figures(whole);
  struct Portal {
    const char* name;
    Size size;
    const Form& form;
  };
  for (const Portal& it : {Portal{"5,000 agencies below counties, 17 years", {125, 40, 2008, 2024}, few},
                           Portal{"600 agencies without anything above, 10 years", {600, 1, 2015, 2024}, few},
                           Portal{"200 agencies below one, the whole form, 17 years",
                                  {1, 201, 2008, 2024}, whole}}) {
    const auto catalog = make_catalog(it.size, it.form);
    Walk(*catalog, *theme).run(it.name);
  }
  return faults == 0 ? 0 : 1;
}
