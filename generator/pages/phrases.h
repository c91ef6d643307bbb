#pragma once

#include <cstdint>
#include <string>

#include "check/finding.h"
#include "model/date.h"
#include "model/words.h"
#include "pages/context.h"
#include "pages/view.h"

namespace gongkai {

/// Small things said in the words of the theme on several pages.
std::string date_text(const Words& words, const Date& date);
std::string date_text(const Words& words, const DateTime& time);
/// `2.4 MB`: of a file.
std::string size_text(std::uintmax_t bytes);
/// The rule in words, as the form puts it.
std::string rule_text(const Words& words, const Rule& rule);
/// Why a rule was not assessed.
std::string reason_text(const Words& words, const Finding& finding);
std::string outcome_text(const Words& words, Outcome outcome);
std::string scope_text(const Words& words, Scope scope);
/// How a report is marked that is shown although the public cannot read it: a draft, or one dated in
/// the future. False for all others.
View unpublished_mark(const PageContext& context, const Report& report);
/// The same as a sentence at the head of its page.
View unpublished_notice(const PageContext& context, const Report& report);
/// What was published before a correction, and what is published now.
std::string correction_text(const Words& words, const Report& report,
                            const Correction& correction);
/// Why rules were not assessed, without saying which figure it was.
std::string_view reason_word(Reason reason);
/// `PDF`: the kind of a file by its name.
std::string file_kind(const std::string& name);

}  // namespace gongkai
