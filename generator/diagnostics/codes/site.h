#pragma once

// The messages of codes/site.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/site.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
