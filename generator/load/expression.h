#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace gongkai {

/// A cell as an expression names it: `new`, `previous.carried_out`, `sum(denied)`,
/// `requests.new.total`.
struct CellName {
  std::string text;
  bool previous = false;
  bool sum = false;
};

/// Gives the cell that a name means, or no_cell.
using CellResolver = std::function<CellIndex(const CellName&)>;

/// What is wrong with an expression. `offset` counts bytes from its beginning.
struct ExpressionError {
  enum class Kind { syntax, unknown_name, not_linear } kind;
  std::size_t offset = 0;
  std::string found;
};

/// Parses a relation: two sums of cells with whole factors, `2 * (new + carried_in) - sum(denied)`,
/// around one of = != < <= > >=. A chain, `lowest <= median <= highest`, gives a relation for each of
/// its links, from the left. Sets `error` and returns none where it cannot.
std::vector<Relation> parse_relations(std::string_view text, const CellResolver& resolve,
                                      std::optional<ExpressionError>& error);

/// The value of an indicator: an expression, or the quotient of two.
struct Quotient {
  LinearExpression numerator;
  std::optional<LinearExpression> denominator;
};
std::optional<Quotient> parse_quotient(std::string_view text, const CellResolver& resolve,
                                       std::optional<ExpressionError>& error);

}  // namespace gongkai
