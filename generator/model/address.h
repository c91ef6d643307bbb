#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace gongkai {

/// Makes the names of a form's sections, tables, rows and columns ready for the look-ups below; to be called
/// when the form is complete, and again where it was changed.
void index_keys(Form& form);

/// What a written address or key means. Exactly one of the three is given: what was found, several
/// candidates that it fits, or the nearest known one (which may be empty).
struct AddressResult {
  CellIndex cell = no_cell;
  std::vector<std::string> candidates;
  std::string nearest;
};

/// Resolves the address of a cell written in ids, printed numbers, labels or aliases, its parts
/// joined with dots: `requests.new.total`, `三.一.总计`, `proactive.规章.现行有效件数`. In a one-row
/// table without groups there are two parts.
AddressResult resolve_address(const Form& form, std::string_view written);

/// Which table, row or column a key means; an index of the list that was searched.
struct KeyResult {
  int index = -1;
  std::vector<std::string> candidates;  ///< in words, when it fits several
  std::string nearest;
};

/// Finds a table by id, number, caption or alias, or by the heading of its section.
KeyResult resolve_table(const Form& form, std::string_view written);

/// Finds a row of a table (index in Table::rows) by id, number, label or alias. `within` is the
/// head or caption under which the key is nested, -1 at the top of the table; rows at any depth
/// below it are searched, so that keys may be nested or flat.
KeyResult resolve_row(const Table& table, std::string_view written, int within = -1);

/// In a one-row table the columns of a row are those under its group: that group's line, -1 for any
/// other row.
int group_line(const Table& table, const Row& row);

/// Finds a column (line index of the axis; heads too) by id, number, label or alias, among the
/// lines that stand under the line `within`, -1 for all.
KeyResult resolve_column(const Axis& columns, std::string_view written, int within = -1);

}  // namespace gongkai
