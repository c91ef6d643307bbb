#pragma once

#include "model/form.h"

namespace gongkai {

/// The label of the column that a table has alone in all of its blocks; null where there are more.
/// It tells no figure apart from another, so names of figures leave it out.
const std::string* only_column(const Table& table);

}  // namespace gongkai
