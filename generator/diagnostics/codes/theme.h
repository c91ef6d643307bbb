#pragma once

// The messages of codes/theme.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/theme.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
