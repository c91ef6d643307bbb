#pragma once

#include <optional>
#include <string>

#include "load/reader.h"
#include "model/form.h"

namespace gongkai {

/// Adds the rules that `total: true` of rows and columns makes, in the order of the tables.
void add_total_rules(const std::string& language, Form& form);

/// Reads one entry of `rules:` and makes an instance for each row or column that it speaks of.
void read_rule(const FileContext& context, const YamlNode& node, const std::string& language,
               Form& form);

/// Reads `series:`: which cells continue those of the form before.
void read_series(const FileContext& context, const YamlNode& node, Form& form);

/// Reads a sum of cells; nothing after an error.
std::optional<LinearExpression> read_sum(const FileContext& context, const YamlNode& node,
                                         const Form& form);

/// Reads one entry of `indicators:`; nothing after an error in its value.
std::optional<Indicator> read_indicator(const FileContext& context, const YamlNode& node,
                                        const std::string& language, const Form& form);

}  // namespace gongkai
