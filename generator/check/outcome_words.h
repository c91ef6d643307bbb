#pragma once

#include <string>

#include "check/finding.h"

namespace gongkai {

/// What became of a rule, in words for people at a console.
std::string outcome_words(Outcome outcome, Language language);

/// Why it was not assessed, with the cell that it is about.
std::string reason_words(const Finding& finding, Language language);

}  // namespace gongkai
