#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "model/report.h"

namespace gongkai {

/// The digests of all tables of the reports: a line each, the digest, two blanks and the table's
/// place: `agencies/x/2024/data/requests`.
void write_digests_text(std::span<const Report* const> reports, std::string& out);
void write_digests_json(std::span<const Report* const> reports, std::string& out);

/// Digest by place, as write_digests_text() wrote them. Other lines are left out.
std::map<std::string, std::string, std::less<>> read_digests(std::string_view text);

/// Digest by id of the table, computed anew from the long data of one report. Empty for a text that
/// is no long data.
std::map<std::string, std::string, std::less<>> digests_of_long_data(std::string_view csv);

}  // namespace gongkai
