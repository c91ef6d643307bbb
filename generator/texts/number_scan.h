#pragma once

#include <string_view>
#include <vector>

#include "model/report.h"
#include "texts/number_vocabulary.h"

namespace gongkai {

/// What a number of a narrative has to do with the tables.
enum class NumberClass {
  bound,         ///< `{{…}}`: taken from the tables
  matched,       ///< equals a cell that the words before it name, or follows from such cells
  explained,     ///< does not, and the report's `confirmed:` answers it
  unexplained,   ///< does not
  out_of_scope,  ///< the words before it name no cell, or nothing can be compared
};

/// What an unexplained number was compared with. Money is in 元.
struct NearestAmount {
  enum class Kind { value, share, change } kind = Kind::value;
  bool last_year = false;        ///< the value is that of the year before
  std::vector<CellIndex> cells;  ///< the cell, or the cells that are added up
  Decimal now;                   ///< its value
  Decimal other;                 ///< the whole of a share, the base of a change
};

struct ClassedNumber {
  std::size_t offset = 0, length = 0;  ///< in Narrative::text, the unit included
  NumberClass kind = NumberClass::out_of_scope;
  NearestAmount nearest;  ///< only where it does not fit
};

/// Classes every number of a narrative, in order. `previous` is the report of the year before, null
/// where there is none or it covers something else. Linear in the text; callable from any thread.
std::vector<ClassedNumber> scan_numbers(const NumberVocabulary& vocabulary, const Report& report,
                                        const Report* previous, const Narrative& narrative);

}  // namespace gongkai
