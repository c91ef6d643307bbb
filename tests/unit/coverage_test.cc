#include <doctest/doctest.h>

#include "portal/portal.h"
#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

/// A portal of three towns, of which one published late and one not at all. Where `owe` is false
/// the same reports are filed by towns that owe none.
std::map<std::string, std::string> pages_of(bool owe, bool publish_coverage) {
  struct Bytes : Sink {
    std::string text;
    void write(std::string_view bytes) override { text += bytes; }
  };
  std::shared_ptr<Catalog> catalog = make_catalog();
  catalog->settings.language = "en";
  catalog->settings.kinds[0].due = "01-31";
  catalog->settings.publish_coverage = publish_coverage;
  const Form& form = catalog->forms.emplace_back(make_form("f", {"new"}, {"natural", "total"}));
  for (const char* id : {"prompt", "tardy", "silent"}) {
    Agency& agency = add_agency(*catalog, id);
    if (owe) agency.reports = ReportingYears{2023, 9999};
    add_report(*catalog, agency, form, 2023, {1, 1}).published = DateTime{{2024, 1, 20}, -1, -1};
  }
  add_report(*catalog, catalog->agencies[0], form, 2024, {1, 1}).published =
      DateTime{{2025, 1, 20}, -1, -1};
  add_report(*catalog, catalog->agencies[1], form, 2024, {1, 1}).published =
      DateTime{{2025, 2, 3}, -1, -1};
  catalog->index();
  Diagnostics diagnostics;
  const std::shared_ptr<const Theme> theme = load_theme({}, "default", "en", diagnostics);
  REQUIRE(theme);
  const Portal portal({}, catalog, std::make_shared<CheckResult>(check(*catalog, 1)), theme);
  std::map<std::string, std::string> pages;
  for (const std::string& address : portal.addresses()) {
    Bytes bytes;
    portal.render(address, bytes);
    pages[address] = bytes.text;
  }
  return pages;
}

}  // namespace

TEST_CASE("coverage: what is not published shows in no byte of the portal") {
  CHECK(pages_of(true, false) == pages_of(false, false));
}

TEST_CASE("coverage: what is published names who is late and who is missing") {
  const auto pages = pages_of(true, true);
  CHECK(pages.at("checks/coverage/index.html").find("3 days late") != std::string::npos);
  CHECK(pages.at("checks/coverage/index.html").find("missing, 486 days overdue") != std::string::npos);
  CHECK(pages.at("years/2024/index.html").find("1 on time, 1 late, 1 missing") !=
        std::string::npos);
  CHECK(pages.at("index.html").find("Reports owed for 2025: 3; 3 missing.") != std::string::npos);
}
