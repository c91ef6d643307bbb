#include "pages/pages.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "pages/contract.h"
#include "pages/phrases.h"
#include "small_catalog.h"
#include "theme/theme.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

/// Compares a view with the names that its page promises: none may be missing, none be new.
void check_contract(const View& view, const std::vector<Name>& names, const std::string& path) {
  if (const View::List* items = view.list()) {
    for (const View& item : *items) check_contract(item, names, path + "[]");
    return;
  }
  const View::Object* object = view.object();
  if (object == nullptr) return;
  for (const auto& [name, value] : *object) {
    CAPTURE(path + "." + std::string(name));
    auto is_it = [&, &name = name](const Name& known) { return known.name == name; };
    auto known = std::find_if(names.begin(), names.end(), is_it);
    CHECK(known != names.end());
    if (known != names.end()) {
      check_contract(value, known->inside, path + "." + std::string(name));
    }
  }
  for (const Name& name : names) {
    CAPTURE(path + "." + std::string(name.name));
    CHECK(view.get(name.name) != nullptr);
  }
}

/// A catalog in which every kind of page has something to show.
std::unique_ptr<Catalog> make_full_catalog() {
  auto catalog = make_catalog();
  catalog->settings.base_url = "https://www.example.gov.cn/nb/";
  catalog->settings.breadcrumb = {{"首页", "/"}};
  catalog->settings.publish_coverage = true;
  Form& form =
      catalog->forms.emplace_back(make_form("f", {"new", "granted"}, {"natural", "total"}));
  Indicator indicator;
  indicator.id = indicator.label = "new";
  indicator.numerator.terms = {{1, 1, false}};
  form.indicators.push_back(indicator);
  RuleInstance instance;
  instance.relation.left.terms = {{1, 0, false}};
  instance.relation.right.terms = {{1, 1, false}};
  instance.cell = 0;
  Rule rule;
  rule.id = "requests.total";
  rule.severity = RuleSeverity::warning;
  rule.instances.push_back(instance);
  form.rules.push_back(rule);

  Agency& county = add_agency(*catalog, "county");
  Agency& town = add_agency(*catalog, "town", "county");
  town.former_ids = {"hamlet"};
  town.former_names = {{"hamlet", 2020}};
  town.reports = ReportingYears{2020, 2030};
  add_report(*catalog, county, form, 2023, {1, 1, 3, 4});
  add_report(*catalog, county, form, 2024, {5, 6, 7, -1});
  add_report(*catalog, town, form, 2023, {1, 2, 3, 4}).status = Status::withdrawn;
  Report& report = add_report(*catalog, town, form, 2024, {0, 0, 0, 0});
  report.published = DateTime{{2025, 1, 20}, 9, 30};
  report.attachments.push_back({"报告.pdf", "", 2048, {}});
  report.corrections.push_back({{2025, 3, 2}, 1, Figure::of(Decimal(9)), "text", {}});
  report.source = Source{"source", ""};
  catalog->pages.push_back({"about", "content/pages/about.md", "About", true, 0, "text", 1});
  catalog->introduction = {"", "content/index.md", "", false, 0, "text", 1};
  catalog->index();
  return catalog;
}

}  // namespace

TEST_CASE("every page offers what its contract promises, in both languages") {
  for (const char* language : {"zh-CN", "en"}) {
    auto catalog = make_full_catalog();
    catalog->settings.language = language;
    Diagnostics diagnostics;
    std::shared_ptr<const Theme> theme = load_theme({}, "default", language, diagnostics);
    REQUIRE(theme != nullptr);
    CheckResult checks = check(*catalog, 1);
    Library library(*catalog);
    Routes routes(library, {}, diagnostics);
    REQUIRE(diagnostics.empty());
    PageContext context{library, routes, theme->words(), checks};
    std::set<std::string_view> met;
    for (const std::string& address : routes.addresses()) {
      const Route& route = *routes.find(address);
      std::string_view kind = page_kind(route.kind);
      if (kind.empty()) continue;
      met.insert(kind);
      View view = make_page(context, route);
      check_contract(view, contract(kind), address);
      std::string html;
      theme->render(kind, view, html);
      CHECK(html.starts_with("<!doctype html>"));
    }
    CHECK(met.size() == page_kinds().size());
  }
}

TEST_CASE("an all-zero table is announced, a blank is not zero, a correction shows what was") {
  auto catalog = make_full_catalog();
  Diagnostics diagnostics;
  std::shared_ptr<const Theme> theme = load_theme({}, "default", "zh-CN", diagnostics);
  REQUIRE(theme != nullptr);
  CheckResult checks = check(*catalog, 1);
  Library library(*catalog);
  Routes routes(library, {}, diagnostics);
  PageContext context{library, routes, theme->words(), checks};
  auto html_of = [&](std::string_view address) {
    const Route& route = *routes.find(address);
    std::string html;
    theme->render(page_kind(route.kind), make_page(context, route), html);
    return html;
  };
  std::string zero = html_of("agencies/town/2024/index.html");
  CHECK(zero.find(theme->words()["all_zero"]) != std::string::npos);
  CHECK(zero.find("原为9，现更正为0") != std::string::npos);
  CHECK(zero.find("%E6%8A%A5%E5%91%8A.pdf") != std::string::npos);
  std::string blank = html_of("agencies/county/2024/index.html");
  CHECK(blank.find(theme->words()["all_zero"]) == std::string::npos);
  CHECK(blank.find(theme->words()["legend_not_reported"]) != std::string::npos);
  CHECK(blank.find("未通过") != std::string::npos);
  std::string missing = html_of("404.html");
  CHECK(missing.find("stylesheet") == std::string::npos);
}

namespace {

/// "SiteName,SiteDomain,…" of the labels of one page; checks that none is empty.
std::string label_names(const PageContext& context, std::string_view address) {
  View view = make_page(context, *context.routes.find(address));
  const View* labels = view.get("labels");
  if (labels->object() == nullptr) return {};
  std::string names;
  for (const View& label : *labels->get("items")->list()) {
    CHECK(!label.get("content")->text()->empty());
    names += (names.empty() ? "" : ",") + *label.get("name")->text();
  }
  return names;
}

}  // namespace

TEST_CASE("page labels stand in their order, without an empty one") {
  const std::string site = "SiteName,SiteDomain,SiteIDCode";
  const std::string column = site + ",ColumnName,ColumnDescription,ColumnKeywords,ColumnType";
  auto catalog = make_full_catalog();
  Diagnostics diagnostics;
  std::shared_ptr<const Theme> theme = load_theme({}, "default", "zh-CN", diagnostics);
  REQUIRE(theme != nullptr);
  CheckResult checks = check(*catalog, 1);
  Library library(*catalog);
  Routes routes(library, {}, diagnostics);
  PageContext context{library, routes, theme->words(), checks};
  CHECK(label_names(context, "index.html").empty());

  catalog->settings.has_government_site = true;
  catalog->settings.government_site = {false, "site", "www.example.gov.cn", "0000000000", "",
                                       "",    ""};
  for (const char* index :
       {"index.html", "agencies/index.html", "agencies/town/index.html", "years/index.html",
        "years/2024/index.html", "compare/index.html", "checks/index.html"}) {
    CHECK(label_names(context, index) == column);
  }
  CHECK(label_names(context, "agencies/town/2024/index.html") ==
        column + ",ArticleTitle,PubDate,ContentSource");
  // Without a time of publication there is no PubDate, for it must not be empty.
  CHECK(label_names(context, "agencies/county/2024/index.html") ==
        column + ",ArticleTitle,ContentSource");

  catalog->settings.government_site.own_site = true;
  CHECK(label_names(context, "index.html") == site);
  CHECK(label_names(context, "agencies/index.html") == column);
}

TEST_CASE("dates are written in the language of the page; what does not apply is named so") {
  Diagnostics diagnostics;
  std::shared_ptr<const Theme> english = load_theme({}, "default", "en", diagnostics);
  std::shared_ptr<const Theme> chinese = load_theme({}, "default", "zh-CN", diagnostics);
  REQUIRE((english != nullptr && chinese != nullptr));
  CHECK(date_text(english->words(), Date{2024, 9, 2}) == "2 September 2024");
  CHECK(date_text(chinese->words(), Date{2024, 9, 2}) == "2024年9月2日");

  auto catalog = make_full_catalog();
  Report report = catalog->reports.front();
  report.cells[0].figure = Figure::without_number(State::not_applicable);
  Finding finding;
  finding.report = &report;
  finding.reason = Reason::not_reported;
  finding.reason_cell = 0;
  CHECK(reason_text(english->words(), finding).ends_with("is not applicable"));
  report.cells[0].figure = Figure::without_number(State::not_reported);
  CHECK(reason_text(english->words(), finding).ends_with("is not reported"));
}
