#include "pages/agency_parts.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "small_catalog.h"

using namespace gongkai;
using namespace gongkai::test;

namespace {

std::map<std::string, std::size_t> sizes(const AgencyParts& parts) {
  std::map<std::string, std::size_t> sizes;
  for (const AgencyPart& part : parts.parts()) sizes[part.key] = part.tree.agencies.size();
  return sizes;
}

}  // namespace

TEST_CASE("few agencies are not divided, and stand in the order of their hierarchy") {
  auto catalog = make_catalog();
  add_agency(*catalog, "town-b", "county");
  add_agency(*catalog, "county");
  add_agency(*catalog, "office", "town-b");
  catalog->index();
  const AgencyParts parts(*catalog, 3);
  CHECK_FALSE(parts.divided());
  std::string order;
  for (std::size_t i = 0; i < parts.top().agencies.size(); ++i) {
    order += parts.top().agencies[i]->id + std::to_string(parts.top().depths[i]) + " ";
  }
  CHECK(order == "county0 town-b1 office2 ");
}

TEST_CASE("many agencies are divided by the one above them, every one of them once") {
  auto catalog = make_catalog();
  for (const char* county : {"a", "b"}) {
    add_agency(*catalog, county);
    for (int i = 0; i < 4; ++i) {
      add_agency(*catalog, county + std::string("-") + std::to_string(i), county);
    }
  }
  catalog->index();
  const AgencyParts parts(*catalog, 5);
  CHECK(parts.top().agencies.size() == 2);
  CHECK(sizes(parts) == std::map<std::string, std::size_t>{{"a", 5}, {"b", 5}});
  CHECK(part_label(catalog->settings, parts.parts()[0]) == "a");
  CHECK(part_address("years/2024/index.html", parts.parts()[0]) == "years/2024/a/index.html");
}

TEST_CASE("what is still too large is divided by kind, then by the beginning of the ids") {
  auto catalog = make_catalog();
  catalog->settings.kinds.push_back({"school", "Schools", "", "", ""});
  for (int i = 0; i < 30; ++i) {
    Agency& agency = add_agency(*catalog, (i % 2 ? "x" : "y") + std::to_string(i));
    agency.kind = i < 3 ? 1 : 0;
  }
  catalog->index();
  const AgencyParts parts(*catalog, 14);
  CHECK(parts.top().agencies.empty());
  CHECK(sizes(parts) ==
        std::map<std::string, std::size_t>{{"_school", 3}, {"_town_x", 14}, {"_town_y", 13}});
  std::set<const Agency*> met;
  for (const AgencyPart& part : parts.parts()) {
    for (const Agency* agency : part.tree.agencies) CHECK(met.insert(agency).second);
  }
  CHECK(met.size() == 30);
}

TEST_CASE("no part takes an address that a column or the data has") {
  auto catalog = make_catalog();
  catalog->forms.push_back(make_form("f", {"new"}, {"natural", "total"}));
  for (const char* above : {"natural", "data"}) {
    add_agency(*catalog, above);
    add_agency(*catalog, above + std::string("-1"), above);
  }
  catalog->index();
  CHECK(sizes(AgencyParts(*catalog, 2)) ==
        std::map<std::string, std::size_t>{{"data_", 2}, {"natural_", 2}});
}
