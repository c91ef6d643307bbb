#pragma once

#include "model/form.h"
#include "texts/written_number.h"

namespace gongkai {

/// Whether a number as written can be this exact value: equal, or within its last written place
/// where it was rounded by its way of writing (1.2万件, 12.5%); within a tenth where only a rough
/// figure was meant.
bool fits(const WrittenNumber& written, Decimal exact);

/// Whether a percentage as written can be part / whole. `whole` must be above zero.
bool fits_share(const WrittenNumber& written, Decimal part, Decimal whole);

/// The figure of a cell in the unit in which numbers of texts are read: money in 元.
Decimal in_text_unit(Decimal figure, const CellSpec& spec);

/// Whether a number with this unit can speak of the cell at all.
bool same_kind(NumberUnit unit, const CellSpec& spec);

}  // namespace gongkai
