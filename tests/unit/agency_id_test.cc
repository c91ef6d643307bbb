#include "import/agency_id.h"

#include <doctest/doctest.h>

using namespace gongkai;

TEST_CASE("an id is what people would write for the name") {
  CHECK(agency_id_of_name("Department of the Treasury") == "department-of-the-treasury");
  CHECK(agency_id_of_name("U.S. Department of State") == "us-department-of-state");
  CHECK(agency_id_of_name("Export-Import Bank of the U.S.") == "export-import-bank-of-the-us");
  CHECK(agency_id_of_name("America’s Heritage (Abroad)") == "americas-heritage-abroad");
  CHECK(agency_id_of_name("Parks & Woods, Inc.") == "parks-and-woods-inc");
  CHECK(agency_id_of_name("R&D – East/West") == "r-and-d-east-west");
  CHECK(agency_id_of_name("Unit 12\tA") == "unit-12-a");
  CHECK(agency_id_of_name("  trimmed  ") == "trimmed");
}

TEST_CASE("no id is guessed for letters that not everybody writes alike") {
  CHECK(agency_id_of_name("某某局").empty());
  CHECK(agency_id_of_name("Préfecture").empty());
  CHECK(agency_id_of_name("").empty());
  CHECK(agency_id_of_name("— …").empty());
}
