#pragma once

#include <span>

#include "diagnostics/diagnostic.h"

/// Every message that gongkai can print about what people wrote, one constant each:
/// `codes::unknown_key`, `notes::first_given_here`. The lists themselves stand in
/// diagnostics/codes/*.def, one file for each stage that finds them.
namespace gongkai::codes {

#define GONGKAI_CODE(name, code, severity, en, zh, help_en, help_zh) \
  inline constexpr Wording name{code, Severity::severity, en, zh, help_en, help_zh};
#define GONGKAI_NOTE(name, en, zh)
#include "diagnostics/codes/all.def"
#undef GONGKAI_CODE
#undef GONGKAI_NOTE

/// All wordings, in the order of the lists.
std::span<const Wording* const> all();

}  // namespace gongkai::codes

namespace gongkai::notes {

#define GONGKAI_CODE(name, code, severity, en, zh, help_en, help_zh)
#define GONGKAI_NOTE(name, en, zh) inline constexpr NoteWording name{en, zh};
#include "diagnostics/codes/all.def"
#undef GONGKAI_CODE
#undef GONGKAI_NOTE

}  // namespace gongkai::notes
