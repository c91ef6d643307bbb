#pragma once

// The messages of codes/import.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/import.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
