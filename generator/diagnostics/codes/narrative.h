#pragma once

// The messages of codes/narrative.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/narrative.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
