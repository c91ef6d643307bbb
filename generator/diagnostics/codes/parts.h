#pragma once

// The messages of codes/parts.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/parts.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
