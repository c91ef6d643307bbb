#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/finding.h"

namespace gongkai {

/// Another number for one figure of a report.
struct Change {
  CellIndex cell = no_cell;
  Decimal from, to;
  bool operator==(const Change&) const = default;
};

/// factor × a figure that was written.
struct Share {
  CellIndex cell = no_cell;
  std::int64_t factor = 1;
};

/// One assessed rule instance of a report, taken back to figures that were written: a derived head
/// or a computed total stands for the figures it was added up from. So every share is a cell that
/// somebody can have got wrong. The year before counts as given and has no share.
struct Equation {
  const Finding* finding = nullptr;
  Decimal residual;  ///< left minus right, as filed
  std::vector<Share> shares;
};

/// What changes of figures would do to the rules.
struct Effect {
  bool all_hold = false;  ///< every binding rule that uses a changed figure holds afterwards
  int rules = 0;          ///< how many these are
  std::vector<std::uint32_t> mended;  ///< those of them that fail now: indices in binding()
  /// How many of the other rules that use the changed figures would hold instead of fail, less
  /// those that would fail instead of hold.
  int advice = 0;
};

/// All assessed rules of one report as equations, so that the effect of a change is a few
/// additions. *Binding* are the rules of severity error that stay within the report; the others
/// (warnings, and everything that looks at the year before) only give advice.
class Equations {
 public:
  /// The findings of one report, at least one; they are referred to.
  explicit Equations(std::span<const Finding> findings);

  const Report& report() const { return *report_; }
  const std::vector<Equation>& binding() const { return binding_; }
  /// Whether a binding rule of this index fails now and asks for equality.
  bool is_broken(std::uint32_t index) const;
  /// Whether a number was written in the cell.
  bool is_written(CellIndex cell) const;

  /// The cells of the changes must differ.
  Effect effect_of(std::span<const Change> changes) const;
  /// The binding rules that use the changed figure and would not hold afterwards.
  std::vector<const Equation*> broken_by(const Change& change) const;

 private:
  struct Use {
    std::uint32_t equation;
    std::int64_t factor;
  };
  struct Delta {
    std::uint32_t equation;
    Decimal amount;
  };
  using Uses = std::vector<std::vector<Use>>;  // by cell

  void add_equation(const Finding& finding, std::vector<Equation>& equations, Uses& uses);
  static std::vector<Delta> deltas(const Uses& uses, std::span<const Change> changes);

  const Report* report_;
  std::vector<Equation> binding_, advisory_;
  Uses binding_uses_, advisory_uses_;
};

/// Whether a rule of severity error that asks for equality within the report failed.
bool is_repairable(const Finding& finding);

}  // namespace gongkai
