#include "compare/counterparts.h"

#include <algorithm>
#include <cassert>

#include "compare/series.h"

namespace gongkai {

Counterparts::Counterparts(const Library& library, const Form& form, CellIndex cell) {
  const Catalog& catalog = library.catalog();
  for (const Form* other : library.forms()) {
    CellIndex there = cell;
    if (other != &form) {
      there = traced_cell(catalog, form, cell, *other);
      if (there == no_cell) there = other->cell(form.cells[cell].address);
    }
    entries_.push_back({other, there, {}});
  }
  for (Entry& a : entries_) {
    for (const Entry& b : entries_) {
      a.continues.push_back(a.cell != no_cell && b.cell != no_cell &&
                            same_series(catalog, *a.form, a.cell, *b.form, b.cell));
    }
  }
}

bool Counterparts::continues(const Form& a, const Form& b) const {
  return entry(a).continues[static_cast<std::size_t>(&entry(b) - entries_.data())];
}

const Counterparts::Entry& Counterparts::entry(const Form& form) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.form == &form; });
  assert(found != entries_.end());
  return *found;
}

}  // namespace gongkai
