#pragma once

// The messages of codes/duties.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/duties.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
