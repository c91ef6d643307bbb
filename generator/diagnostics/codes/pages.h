#pragma once

// The messages of codes/pages.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/pages.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
