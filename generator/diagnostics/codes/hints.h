#pragma once

// The messages of codes/hints.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/hints.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
