#include "load/expression.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

// a, b, c … are cells 0, 1, 2 …; head is a head.
CellIndex resolve(const CellName& name) {
  if (name.text == "head") return 100;
  if (name.sum || name.text.size() != 1) return no_cell;
  return static_cast<CellIndex>(name.text[0] - 'a');
}

std::string normal_form(const LinearExpression& expression) {
  std::string text;
  for (const Term& term : expression.terms) {
    text += std::to_string(term.factor) + (term.previous ? "p" : "c") + std::to_string(term.cell) +
            " ";
  }
  return text + expression.constant.str();
}

std::string left(const char* text) {
  std::optional<ExpressionError> error;
  const auto relations = parse_relations(std::string(text) + " = 0", resolve, error);
  return error ? "error" : normal_form(relations.front().left);
}

ExpressionError error_of(const char* text) {
  std::optional<ExpressionError> error;
  REQUIRE(parse_relations(text, resolve, error).empty());
  REQUIRE(error);
  return *error;
}

}  // namespace

TEST_CASE("an expression becomes a sum of cells with whole factors") {
  CHECK(left("a + b") == "1c0 1c1 0");
  CHECK(left("a - (b - c)") == "1c0 -1c1 1c2 0");
  CHECK(left("2 * (a + 3 * b) - 1") == "2c0 6c1 -1");
  CHECK(left("(a + b) * 2") == "2c0 2c1 0");
  CHECK(left("-a + 5") == "-1c0 5");
  CHECK(left("previous.b") == "1p1 0");
  CHECK(left("sum(head) + a") == "1c100 1c0 0");
  CHECK(left("a + 0.5") == "1c0 0.5");
}

TEST_CASE("every comparator is known in both spellings") {
  std::optional<ExpressionError> error;
  const std::pair<const char*, Comparator> spellings[] = {
      {"a = b", Comparator::equal},          {"a != b", Comparator::not_equal},
      {"a ≠ b", Comparator::not_equal},      {"a < b", Comparator::less},
      {"a <= b", Comparator::less_equal},    {"a ≤ b", Comparator::less_equal},
      {"a > b", Comparator::greater},        {"a >= b", Comparator::greater_equal},
      {"a ≥ b", Comparator::greater_equal}};
  for (const auto& [text, comparator] : spellings) {
    const auto relations = parse_relations(text, resolve, error);
    REQUIRE_MESSAGE(relations.size() == 1, text);
    CHECK(relations.front().comparator == comparator);
  }
}

TEST_CASE("a chain is a relation for each of its links") {
  std::optional<ExpressionError> error;
  const auto links = parse_relations("a <= b + c < d", resolve, error);
  REQUIRE(links.size() == 2);
  CHECK(normal_form(links[0].left) == "1c0 0");
  CHECK(links[0].comparator == Comparator::less_equal);
  CHECK(normal_form(links[0].right) == "1c1 1c2 0");
  CHECK(normal_form(links[1].left) == "1c1 1c2 0");
  CHECK(links[1].comparator == Comparator::less);
  CHECK(normal_form(links[1].right) == "1c3 0");
}

TEST_CASE("mistakes are placed") {
  CHECK(error_of("a <= b <=").offset == 9);
  CHECK(error_of("a <= b c <= d").offset == 7);
  CHECK(error_of("a + = b").offset == 4);
  CHECK(error_of("a + b").kind == ExpressionError::Kind::syntax);
  CHECK(error_of("a = b c").offset == 6);
  CHECK(error_of("a * b = 0").kind == ExpressionError::Kind::not_linear);
  CHECK(error_of("1.5 * a = 0").kind == ExpressionError::Kind::not_linear);
  CHECK(error_of("(a = b").kind == ExpressionError::Kind::syntax);
  CHECK(error_of("a = nobody").kind == ExpressionError::Kind::unknown_name);
  CHECK(error_of("a = nobody").offset == 4);
  CHECK(error_of("sum(a) = b").kind == ExpressionError::Kind::unknown_name);
}

TEST_CASE("deep nesting is refused, not followed") {
  const std::string deep(100'000, '(');
  std::optional<ExpressionError> error;
  CHECK(parse_relations(deep + "a = b", resolve, error).empty());
  CHECK(parse_relations(std::string(100'000, '-') + "a = b", resolve, error).empty());
}

TEST_CASE("an indicator is an expression or a quotient") {
  std::optional<ExpressionError> error;
  const auto share = parse_quotient("(a + b) / c", resolve, error);
  REQUIRE(share);
  CHECK(normal_form(share->numerator) == "1c0 1c1 0");
  CHECK(normal_form(*share->denominator) == "1c2 0");
  CHECK(!parse_quotient("a", resolve, error)->denominator);
  CHECK(!parse_quotient("a / b / c", resolve, error));
}
