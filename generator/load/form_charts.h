#pragma once

#include <string>

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// Reads one item of `charts:` into the form, whose cells must be complete.
void read_chart(const FileContext& context, const YamlNode& node, const std::string& language,
                Form& form);

}  // namespace gongkai
