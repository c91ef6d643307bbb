#pragma once

// The messages of codes/check.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/check.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
