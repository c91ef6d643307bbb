#include "diagnostics/grouping.h"

#include <doctest/doctest.h>

#include "diagnostics/codes.h"

using namespace gongkai;

namespace {

Diagnostics missing_in(std::size_t files, std::size_t lines = 1) {
  Diagnostics diagnostics;
  for (std::size_t file = 0; file < files; ++file) {
    for (std::uint32_t line = 1; line <= lines; ++line) {
      diagnostics.add(codes::missing_key, {std::to_string(file) + ".yaml", {line, 1}, 0}, {"x"});
    }
  }
  return diagnostics;
}

std::size_t told(const std::vector<MessageGroup>& groups) {
  std::size_t count = groups.size();
  for (const MessageGroup& group : groups) count += group.others.size();
  return count;
}

}  // namespace

TEST_CASE("what many files have in common is one group, and no message is lost") {
  CHECK(grouped(missing_in(shared_cause - 1)).size() == shared_cause - 1);
  const Diagnostics many = missing_in(shared_cause, 2);
  const std::vector<MessageGroup> groups = grouped(many);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].first == &many.items().front());
  CHECK(told(groups) == 2 * shared_cause);
}

TEST_CASE("what repeats inside one file stays apart, and so do other words") {
  CHECK(grouped(missing_in(1, 20)).size() == 20);
  Diagnostics many = missing_in(shared_cause);
  many.add(codes::missing_key, {"z.yaml", {1, 1}, 0}, {"y"});
  Diagnostic warning{&codes::missing_key, {"y.yaml", {1, 1}, 0}, {"x"}, {}, {}};
  warning.severity = Severity::warning;
  many.add(std::move(warning));
  const std::vector<MessageGroup> groups = grouped(many);
  CHECK(groups.size() == 3);
  CHECK(told(groups) == shared_cause + 2);
}
