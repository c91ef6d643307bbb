#pragma once

#include <string>

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// Reads `sections:` of a form, after its tables. A table that stands in no section is an error.
void read_sections(const FileContext& context, MapReader& map, const std::string& language,
                   Form& form);

}  // namespace gongkai
