#pragma once

#include <vector>

#include "compare/library.h"

namespace gongkai {

/// Where one figure of a form stands in every form of a library, and between which of them its
/// series holds: worked out once, so that a comparison of many reports only looks it up.
class Counterparts {
 public:
  Counterparts(const Library& library, const Form& form, CellIndex cell);

  /// The cell of the figure in a form of the library: where the series leads, else under the same
  /// address; no_cell where that form does not ask for it.
  CellIndex in(const Form& form) const { return entry(form).cell; }
  /// Whether the figures in the two forms are of one series. Both must have it.
  bool continues(const Form& a, const Form& b) const;

 private:
  struct Entry {
    const Form* form;
    CellIndex cell;
    std::vector<bool> continues;  ///< by entry
  };
  const Entry& entry(const Form& form) const;

  std::vector<Entry> entries_;
};

}  // namespace gongkai
