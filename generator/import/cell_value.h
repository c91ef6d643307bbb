#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/form.h"
#include "write/filed_cell.h"

namespace gongkai {

/// What a printed cell looks like, whatever column it turns out to stand in.
enum class CellLook {
  blank,   ///< nothing, or a mark that people print for nothing: `/`, `-`, `—`
  value,   ///< a number, with a unit or a note behind it, or 不适用
  text,    ///< anything else: a label, words
};

CellLook look_of(std::string_view printed);

/// Reads a printed cell as the form's cell wants it. Blanks and `/`, `-`, `—` are not reported; a
/// bracket behind the number is its note; a unit is kept where the form states none, and dropped
/// where it is the form's own, or one of counting (件, 个, 项). Full-width digits and groups of three
/// digits are read. Nothing is returned for everything else: two numbers in a cell, crossed-out or
/// raised digits, a fraction of a count, another unit than the form's.
std::optional<FiledCell> read_cell(const Form& form, CellIndex cell, std::string_view printed);

/// Whether a text holds digits at all.
bool has_digits(std::string_view printed);

}  // namespace gongkai
