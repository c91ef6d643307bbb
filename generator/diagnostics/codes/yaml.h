#pragma once

// The messages of codes/yaml.def as constants: see declare.inc.
#define GONGKAI_LIST "diagnostics/codes/yaml.def"
#include "diagnostics/codes/declare.inc"
#undef GONGKAI_LIST
