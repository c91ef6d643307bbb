#pragma once

// The messages of codes/confirmed.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/confirmed.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
