#pragma once

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// Reads one entry of a form's `tables:` and appends it with its cells to the form.
void read_table(const FileContext& context, const YamlNode& node, const std::string& language,
                Form& form);

}  // namespace gongkai
