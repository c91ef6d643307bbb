#pragma once

// The messages of codes/publish.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/publish.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
