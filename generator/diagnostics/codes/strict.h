#pragma once

// The messages of codes/strict.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/strict.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
