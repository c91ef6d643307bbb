#include "check/repair_search.h"

#include <algorithm>
#include <optional>
#include <set>

#include "check/digits.h"
#include "model/figure_type.h"

namespace gongkai {
namespace {

// A report in which everything fails must not hold up the others.
constexpr int most_tries = 100'000;

RepairKind kind_of(Decimal from, Decimal to) {
  const std::optional<Slip> slip = slip_between(from, to);
  if (!slip) return RepairKind::figure;
  switch (*slip) {
    case Slip::transposed:
      return RepairKind::digits_exchanged;
    case Slip::missing:
      return RepairKind::digit_missing;
    case Slip::extra:
      return RepairKind::digit_extra;
  }
  return RepairKind::figure;
}

// What a figure would have to become for the equation to hold.
std::optional<Decimal> balancing(const Equation& equation, const Share& share, Decimal from) {
  const std::int64_t factor = share.factor < 0 ? -share.factor : share.factor;
  const Decimal missing = share.factor < 0 ? equation.residual : -equation.residual;
  const Decimal delta = Decimal::quotient(missing, factor, Decimal::max_places);
  if (factor * delta != missing) return {};
  Decimal to = from + delta;
  while (to.places() > from.places() && to.units() % 10 == 0) {
    to = Decimal(to.units() / 10, to.places() - 1);
  }
  return to;
}

class Search {
 public:
  explicit Search(const Equations& equations) : equations_(equations) {}

  std::vector<Candidate> take() { return std::move(candidates_); }

  // Keeps the changes if every binding rule that uses them would hold.
  void consider(RepairKind kind, std::vector<Change> changes, std::size_t at_least_mended = 1) {
    if (tries_++ >= most_tries) return;
    const Form& form = *equations_.report().form;
    const bool possible = std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.from != change.to && may_hold(form.cells[change.cell], change.to);
    });
    if (!possible) return;
    Effect effect = equations_.effect_of(changes);
    if (!effect.all_hold || effect.mended.size() < at_least_mended) return;
    candidates_.push_back(
        {{kind, std::move(changes), effect.rules}, std::move(effect.mended), effect.advice});
  }

  Change change(CellIndex cell, Decimal to) const { return {cell, value(cell), to}; }
  Decimal value(CellIndex cell) const { return equations_.report().figure(cell).value(); }

  // Calls f(equation, share) for every figure of every failed rule.
  template <typename Function>
  void each_suspect(Function&& f) const {
    for (std::uint32_t i = 0; i < equations_.binding().size(); ++i) {
      if (!equations_.is_broken(i)) continue;
      for (const Share& share : equations_.binding()[i].shares) f(equations_.binding()[i], share);
    }
  }

  // Calls f(a, b, in_row) for every pair of printed neighbours of which one is a suspect; a stands
  // left of b or above it.
  template <typename Function>
  void each_pair(Function&& f) const {
    std::set<std::pair<CellIndex, CellIndex>> seen;
    const auto pair = [&](std::optional<CellIndex> a, std::optional<CellIndex> b, bool in_row) {
      if (a && b && seen.insert({*a, *b}).second) f(*a, *b, in_row);
    };
    each_suspect([&](const Equation&, const Share& share) {
      const CellIndex cell = share.cell;
      pair(cell, neighbour(cell, 0, 1), true);
      pair(neighbour(cell, 0, -1), cell, true);
      pair(cell, neighbour(cell, 1, 0), false);
      pair(neighbour(cell, -1, 0), cell, false);
    });
  }

 private:
  // The next printed cell of the same block in a direction, if a number was written there. Heads
  // that hold none are stepped over.
  std::optional<CellIndex> neighbour(CellIndex cell, int rows, int columns) const {
    const Form& form = *equations_.report().form;
    const CellSpec& spec = form.cells[cell];
    const Block& block = form.tables[spec.table].blocks[spec.block];
    // The only row of a one-row table stands in no axis.
    const int row_count = std::max(1, static_cast<int>(block.rows.slots.size()));
    const int column_count = static_cast<int>(block.columns.slots.size());
    int row = spec.row_slot + rows, column = spec.column_slot + columns;
    for (; row >= 0 && row < row_count && column >= 0 && column < column_count;
         row += rows, column += columns) {
      const CellIndex next = block.cell(row, column);
      if (equations_.is_written(next)) return next;
      if (!form.cells[next].head) return {};
    }
    return {};
  }

  const Equations& equations_;
  std::vector<Candidate> candidates_;
  int tries_ = 0;
};

bool in_one_line(const CellSpec& a, const CellSpec& b) {
  return a.table == b.table && a.block == b.block &&
         (a.row_slot == b.row_slot || a.column_slot == b.column_slot);
}

}  // namespace

bool may_hold(const CellSpec& cell, Decimal number) {
  if (number.is_negative() && !allows_negative(cell.type)) return false;
  const int places = allows_fraction(cell.type) ? cell.digits.value_or(Decimal::max_places) : 0;
  return number.places() <= places && Decimal::parse(number.str()).has_value();
}

std::vector<Candidate> single_changes(const Equations& equations) {
  Search search(equations);
  std::set<std::pair<CellIndex, std::string>> seen;
  search.each_suspect([&](const Equation& equation, const Share& share) {
    const Decimal from = search.value(share.cell);
    const std::optional<Decimal> to = balancing(equation, share, from);
    if (!to || !seen.insert({share.cell, to->str()}).second) return;
    search.consider(kind_of(from, *to), {search.change(share.cell, *to)});
  });
  return search.take();
}

std::vector<Candidate> exchanges(const Equations& equations) {
  Search search(equations);
  search.each_pair([&](CellIndex a, CellIndex b, bool) {
    search.consider(RepairKind::exchanged,
                    {search.change(a, search.value(b)), search.change(b, search.value(a))});
  });
  return search.take();
}

std::vector<Candidate> partings(const Equations& equations) {
  Search search(equations);
  search.each_pair([&](CellIndex a, CellIndex b, bool in_row) {
    if (!in_row) return;
    const auto consider = [&](RepairKind kind, Decimal a_to, Decimal b_to) {
      search.consider(kind, {search.change(a, a_to), search.change(b, b_to)});
    };
    const Decimal x = search.value(a), y = search.value(b);
    if (const auto whole = joined(x, y)) {
      consider(RepairKind::split, *whole, 0);
      consider(RepairKind::split, 0, *whole);
    }
    if (!x.is_zero() && !y.is_zero()) return;
    for (const auto& [left, right] : parted(x.is_zero() ? y : x)) {
      consider(RepairKind::joined, left, right);
    }
  });
  return search.take();
}

std::vector<Candidate> moves(const Equations& equations) {
  Search search(equations);
  const Form& form = *equations.report().form;
  std::set<std::pair<CellIndex, std::string>> seen;
  search.each_suspect([&](const Equation& equation, const Share& share) {
    const Decimal from = search.value(share.cell);
    const std::optional<Decimal> to = balancing(equation, share, from);
    // An amount goes from the one to the other; every pair is met from the cell that has too much.
    if (!to || !(*to < from) || !seen.insert({share.cell, to->str()}).second) return;
    const Change change = search.change(share.cell, *to);
    if (!may_hold(form.cells[share.cell], *to)) return;
    const std::vector<const Equation*> open = equations.broken_by(change);
    if (open.empty()) return;
    const Equation& shortest = **std::min_element(
        open.begin(), open.end(),
        [](const Equation* a, const Equation* b) { return a->shares.size() < b->shares.size(); });
    for (const Share& other : shortest.shares) {
      if (other.cell == share.cell) continue;
      if (!in_one_line(form.cells[share.cell], form.cells[other.cell])) continue;
      // Two rules must have failed, the one with too much and the one with too little.
      search.consider(RepairKind::moved,
                      {change, search.change(other.cell, search.value(other.cell) + (from - *to))},
                      2);
    }
  });
  return search.take();
}

}  // namespace gongkai
