#pragma once

#include <string>

#include "model/form.h"

namespace gongkai {

/// Where a row or a column of a table stands on its form's glossary page: `requests.new`,
/// `requests..natural`, `disputes.review.upheld`. Heads without an id are counted: `requests.r2`.
/// `axis` is the rows or the columns of a block of that table.
std::string glossary_anchor(const Table& table, const Axis& axis, int line, bool is_column);

}  // namespace gongkai
