#pragma once

// The messages of codes/form.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/form.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
