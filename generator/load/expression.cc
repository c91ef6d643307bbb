#include "load/expression.h"

#include <algorithm>

#include "model/figure.h"

namespace gongkai {
namespace {

constexpr int max_depth = 32;
constexpr std::int64_t max_factor = 1'000'000;

// Recursive descent over one line. The first error is kept; every function returns at once after
// it, so none needs to look at the results of the others.
class Parser {
 public:
  Parser(std::string_view text, const CellResolver& resolve,
         std::optional<ExpressionError>& error)
      : text_(text), resolve_(resolve), error_(error) {}

  std::vector<Relation> relations() {
    std::vector<Relation> result;
    LinearExpression left = sum(0);
    do {
      Relation link;
      const auto comparator = take_comparator();
      if (!comparator) {
        fail(ExpressionError::Kind::syntax);
        return result;
      }
      link.left = std::move(left);
      link.comparator = *comparator;
      link.right = sum(0);
      left = link.right;
      result.push_back(std::move(link));
      skip_space();
    } while (!error_ && at_ != text_.size());
    return result;
  }

  Quotient quotient() {
    Quotient result;
    result.numerator = sum(0);
    skip_space();
    if (take("/")) result.denominator = sum(0);
    expect_end();
    return result;
  }

 private:
  void fail(ExpressionError::Kind kind, std::string found = {}) {
    if (error_) return;
    if (found.empty()) found = std::string(text_.substr(at_, 12));
    error_ = ExpressionError{kind, at_, std::move(found)};
  }

  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool take(std::string_view token) {
    skip_space();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  void expect_end() {
    skip_space();
    if (at_ != text_.size()) fail(ExpressionError::Kind::syntax);
  }

  std::optional<Comparator> take_comparator() {
    if (take("<=") || take("≤")) return Comparator::less_equal;
    if (take(">=") || take("≥")) return Comparator::greater_equal;
    if (take("!=") || take("≠")) return Comparator::not_equal;
    if (take("<")) return Comparator::less;
    if (take(">")) return Comparator::greater;
    if (take("=")) return Comparator::equal;
    return {};
  }

  static void add(LinearExpression& to, const LinearExpression& what, std::int64_t factor) {
    for (Term term : what.terms) {
      term.factor *= factor;
      to.terms.push_back(term);
    }
    to.constant += factor * what.constant;
  }

  LinearExpression sum(int depth) {
    LinearExpression result;
    std::int64_t sign = take("-") ? -1 : 1;
    do {
      add(result, product(depth), sign);
      sign = 1;
      if (take("-")) {
        sign = -1;
      } else if (!take("+")) {
        break;
      }
    } while (!error_);
    return result;
  }

  static bool is_factor(Decimal number) {
    return number <= Decimal(max_factor) && number >= Decimal(-max_factor);
  }

  LinearExpression product(int depth) {
    LinearExpression result = factor(depth);
    while (!error_ && take("*")) {
      const LinearExpression other = factor(depth);
      const bool left_is_number = result.terms.empty();
      if (!left_is_number && !other.terms.empty()) {
        fail(ExpressionError::Kind::not_linear);
        return result;
      }
      const LinearExpression& number = left_is_number ? result : other;
      const LinearExpression& rest = left_is_number ? other : result;
      if (number.constant.places() != 0 || !is_factor(number.constant)) {
        fail(ExpressionError::Kind::not_linear);
        return result;
      }
      LinearExpression scaled;
      add(scaled, rest, static_cast<std::int64_t>(number.constant.units()));
      const bool too_large =
          std::any_of(scaled.terms.begin(), scaled.terms.end(), [](const Term& term) {
            return !is_factor(Decimal(term.factor));
          });
      if (too_large || !Figure::can_hold(scaled.constant)) {
        fail(ExpressionError::Kind::not_linear);
        return result;
      }
      result = scaled;
    }
    return result;
  }

  static bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }

  // A minus between two names stands between spaces; without them it belongs to an id.
  std::string_view take_word() {
    skip_space();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  LinearExpression factor(int depth) {
    LinearExpression result;
    skip_space();
    const std::size_t begin = at_;
    if (depth > max_depth) {
      fail(ExpressionError::Kind::syntax);
      return result;
    }
    if (take("(")) {
      result = sum(depth + 1);
      if (!take(")")) fail(ExpressionError::Kind::syntax);
      return result;
    }
    std::string_view word = take_word();
    if (word.empty()) {
      fail(ExpressionError::Kind::syntax);
      return result;
    }
    if (word[0] >= '0' && word[0] <= '9') {
      if (const auto number = Decimal::parse(word)) {
        result.constant = *number;
        return result;
      }
    }
    CellName name;
    if (word == "sum" && take("(")) {
      name.sum = true;
      word = take_word();
      if (!take(")")) fail(ExpressionError::Kind::syntax);
    }
    name.previous = word.starts_with("previous.");
    if (name.previous) word.remove_prefix(std::string_view("previous.").size());
    name.text = word;
    if (error_) return result;
    const CellIndex cell = resolve_(name);
    if (cell == no_cell) {
      at_ = begin;
      fail(ExpressionError::Kind::unknown_name, name.text);
      return result;
    }
    result.terms.push_back({1, cell, name.previous});
    return result;
  }

  std::string_view text_;
  const CellResolver& resolve_;
  std::optional<ExpressionError>& error_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Relation> parse_relations(std::string_view text, const CellResolver& resolve,
                                      std::optional<ExpressionError>& error) {
  error.reset();
  std::vector<Relation> relations = Parser(text, resolve, error).relations();
  if (error) return {};
  return relations;
}

std::optional<Quotient> parse_quotient(std::string_view text, const CellResolver& resolve,
                                       std::optional<ExpressionError>& error) {
  error.reset();
  Quotient quotient = Parser(text, resolve, error).quotient();
  if (error) return {};
  return quotient;
}

}  // namespace gongkai
