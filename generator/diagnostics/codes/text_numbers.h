#pragma once

// The messages of codes/text_numbers.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/text_numbers.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
