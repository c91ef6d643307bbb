#pragma once

#include <span>

#include "diagnostics/codes/check.h"
#include "diagnostics/codes/confirmed.h"
#include "diagnostics/codes/duties.h"
#include "diagnostics/codes/form.h"
#include "diagnostics/codes/hints.h"
#include "diagnostics/codes/import.h"
#include "diagnostics/codes/narrative.h"
#include "diagnostics/codes/pages.h"
#include "diagnostics/codes/parts.h"
#include "diagnostics/codes/publish.h"
#include "diagnostics/codes/report.h"
#include "diagnostics/codes/sections.h"
#include "diagnostics/codes/site.h"
#include "diagnostics/codes/strict.h"
#include "diagnostics/codes/tables.h"
#include "diagnostics/codes/text_numbers.h"
#include "diagnostics/codes/texts.h"
#include "diagnostics/codes/theme.h"
#include "diagnostics/codes/yaml.h"

/// Every message that gongkai can print about what people wrote. The lists themselves stand in
/// diagnostics/codes/*.def, one file for each stage that finds them; a stage includes the header
/// of its own list only.
namespace gongkai::codes {

/// All wordings, in the order of the lists.
std::span<const Wording* const> all();

}  // namespace gongkai::codes
