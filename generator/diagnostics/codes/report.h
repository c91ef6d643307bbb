#pragma once

// The messages of codes/report.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/report.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
