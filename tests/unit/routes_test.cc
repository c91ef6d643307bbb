#include <doctest/doctest.h>

#include "pages/link.h"
#include "pages/routes.h"
#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

TEST_CASE("links are relative, encoded, and name the index page") {
  CHECK(relative_link("index.html", "agencies/index.html") == "agencies/index.html");
  CHECK(relative_link("agencies/x/2024/index.html", "index.html") == "../../../index.html");
  CHECK(relative_link("agencies/x/2024/index.html", "agencies/x/2023/index.html") ==
        "../2023/index.html");
  CHECK(relative_link("agencies/x/index.html", "agencies/xy/index.html") == "../xy/index.html");
  CHECK(relative_link("a/b.html", "a/b.html") == "b.html");
  CHECK(relative_link("agencies/x/2024/index.html", "agencies/x/2024/报告 1.pdf") ==
        "%E6%8A%A5%E5%91%8A%201.pdf");
  CHECK(percent_decoded("%E6%8A%A5%e5%91%8a%20%2") == "报告 %2");
}

TEST_CASE("every page of a small portal has its address") {
  auto catalog = make_catalog();
  catalog->settings.base_url = "https://www.example.gov.cn/";
  Form& form =
      catalog->forms.emplace_back(make_form("f", {"new", "granted"}, {"natural", "total"}));
  Agency& town = add_agency(*catalog, "town");
  add_agency(*catalog, "silent");
  town.former_ids = {"hamlet"};
  Report& report = add_report(*catalog, town, form, 2024, {1, 2, 3, 4});
  report.attachments.push_back({"报告.pdf", "报告", 10, {}});
  catalog->index();
  Library library(*catalog);
  Diagnostics diagnostics;
  Routes routes(library, {"assets/style.css"}, diagnostics);
  CHECK(diagnostics.empty());
  for (const char* address :
       {"index.html", "agencies/index.html", "agencies/town/index.html",
        "agencies/town/2024/index.html", "agencies/town/2024/报告.pdf", "years/index.html",
        "years/2024/index.html", "compare/index.html", "compare/requests/new/index.html",
        "compare/requests/granted/natural/index.html", "checks/index.html", "404.html",
        "robots.txt", "assets/style.css"}) {
    CAPTURE(address);
    CHECK(routes.find(address) != nullptr);
  }
  CHECK(routes.find("agencies/silent/index.html") == nullptr);
  const Route* moved = routes.find("agencies/hamlet/2024/index.html");
  REQUIRE(moved != nullptr);
  CHECK(moved->target == "agencies/town/2024/index.html");
  const Route* figure = routes.find("compare/requests/new/index.html");
  CHECK(figure->cell == 1);
  CHECK(routes.figure_address(form, 0) == "compare/requests/new/natural/index.html");
}

TEST_CASE("a portal below a path has no robots.txt") {
  auto catalog = make_catalog();
  catalog->settings.base_url = "https://www.example.gov.cn/nb/";
  catalog->index();
  Library library(*catalog);
  Diagnostics diagnostics;
  CHECK(Routes(library, {}, diagnostics).find("robots.txt") == nullptr);
}

TEST_CASE("a former id that is somebody's address is an error that names both") {
  auto catalog = make_catalog();
  add_agency(*catalog, "town");
  Agency& city = add_agency(*catalog, "city");
  city.former_ids = {"town"};
  city.former_id_marks = {Mark{}};
  catalog->index();
  Library library(*catalog);
  Diagnostics diagnostics;
  Routes routes(library, {}, diagnostics);
  REQUIRE(diagnostics.count(Severity::error) == 1);
  const Diagnostic& error = diagnostics.items()[0];
  CHECK(error.code() == "address-taken");
  CHECK(error.position.file == "content/agencies/city/agency.yaml");
  CHECK(error.notes[0].position.file == "content/agencies/town/agency.yaml");
}

TEST_CASE("the newest form decides what a short address shows") {
  auto catalog = make_catalog();
  Form& older =
      catalog->forms.emplace_back(make_form("old", {"licensing"}, {"items", "decisions"}));
  Form& newer = catalog->forms.emplace_back(make_form("new", {"licensing"}, {"decisions"}));
  Agency& town = add_agency(*catalog, "town");
  add_report(*catalog, town, older, 2019, {5, 6});
  add_report(*catalog, town, newer, 2021, {7});
  catalog->index();
  Library library(*catalog);
  Diagnostics diagnostics;
  Routes routes(library, {}, diagnostics);
  CHECK(routes.figure_address(newer, 0) == "compare/requests/licensing/index.html");
  CHECK(routes.figure_address(older, 1) == "compare/requests/licensing/index.html");
  CHECK(routes.figure_address(older, 0) == "compare/requests/licensing/items/index.html");
}
