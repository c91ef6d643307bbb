#pragma once

#include <functional>
#include <optional>
#include <string>

#include "data/table_sheet.h"

namespace gongkai {

/// The figure of the year before that a cell of the form stands for in `previous.`; nothing where
/// there is none.
using PreviousValue = std::function<std::optional<Decimal>(CellIndex)>;

/// Turns the rules of a form into formulas over the cells of a workbook.
class RuleFormulas {
 public:
  RuleFormulas(const Form& form, const SheetPlaces& places, PreviousValue previous)
      : form_(form), places_(places), previous_(std::move(previous)) {}

  /// By how much a relation is missed; 0 where it holds. Blank cells count as 0.
  std::string difference(const Relation& relation) const;
  /// The same, and an empty text as long as a cell that it needs holds no number.
  std::string difference_when_filled(const Relation& relation) const;
  /// The sum of cells, and an empty text as long as one of them holds no number.
  std::string sum_when_filled(const std::vector<CellIndex>& cells) const;
  /// Whether every figure of the year before that the relation needs is there.
  bool has_previous(const Relation& relation) const;

 private:
  std::string missed_by(const Relation& relation) const;
  std::string side(const LinearExpression& side) const;
  std::string operand(const Term& term) const;
  void add_places(CellIndex cell, std::vector<std::string>& references) const;

  const Form& form_;
  const SheetPlaces& places_;
  PreviousValue previous_;
};

}  // namespace gongkai
