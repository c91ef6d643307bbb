#pragma once

// The messages of codes/sections.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/sections.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
