#include "texts/confirmed.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

struct Sample {
  Report report;
  Narrative narrative;
  explicit Sample(const std::string& text) {
    report.folder = "content/agencies/sample/2024";
    narrative = {"overview", report.folder + "/report.md", text, 1};
  }
  void confirm(const std::string& file, const std::string& text) {
    report.confirmed.push_back({file, text, "why", {}});
  }
  bool answers(const std::string& found) const {
    return is_confirmed(report, narrative, narrative.text.find(found), found.size());
  }
};

}  // namespace

TEST_CASE("confirmed: a passage answers what lies within it, and what it lies within") {
  Sample sample("first 12 pieces, then 13 pieces");
  sample.confirm("report.md", "12 pieces");
  CHECK(sample.answers("12"));
  CHECK(sample.answers("12 pieces"));
  CHECK(sample.answers("first 12 pieces, then"));
  CHECK_FALSE(sample.answers("13"));
  CHECK_FALSE(sample.answers("first 12"));
}

TEST_CASE("confirmed: every occurrence of the passage counts, in its own file only") {
  Sample sample("12 here and 12 there");
  sample.confirm("report.md", "12");
  CHECK(is_confirmed(sample.report, sample.narrative, 0, 2));
  CHECK(is_confirmed(sample.report, sample.narrative, 12, 2));
  sample.report.confirmed[0].file = "overview.md";
  CHECK_FALSE(is_confirmed(sample.report, sample.narrative, 0, 2));
}
