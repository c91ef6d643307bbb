#pragma once

// The messages of codes/tables.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/tables.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
