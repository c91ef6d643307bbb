#pragma once

// The messages of codes/texts.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/texts.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
