#pragma once

#include <string>

#include "model/obligations.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// Who owes a report and who is late, as readers of the portal can see it: a draft that it does not
/// show is not there. None of this may be called where site.yaml does not publish coverage.
Duty public_duty(const PageContext& context, const Agency& agency, int year);

/// `按期`, `迟3天`, `未公布，已逾期20天`.
std::string duty_text(const Words& words, const Duty& duty);

/// How many reports of a year are owed, on time, late and not there; empty where none is owed.
std::string coverage_sentence(const PageContext& context, int year);

}  // namespace gongkai
