#pragma once

#include <string_view>

namespace gongkai {

/// Whether a file of this name is what editors, office programs and systems leave beside the files
/// that people work on: `.report.yaml.swp`, `~$报告.docx`, `report.yaml~`. Nobody means it as content.
bool is_debris(std::string_view name);

}  // namespace gongkai
