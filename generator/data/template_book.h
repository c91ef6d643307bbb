#pragma once

#include <string>

#include "data/rule_formula.h"
#include "model/words.h"

namespace gongkai {

/// What an Excel template is made of.
struct TemplateRequest {
  /// Its form counts; and the figures of cells that are filled in beforehand. Agency and year are
  /// filled in where there are any (null, 0).
  const Report& blank;
  /// Figures of the year before, for rules that look back; rules that lack one are left out.
  PreviousValue previous;
  std::vector<const Rule*> rules;  ///< those that speak of whoever fills it in
};

/// An empty form as XLSX, for people without gongkai: a cover for agency and year, a sheet for
/// every section with its table as the form prints it or a space for its text, and a sheet with
/// every rule and what became of it. Labels are locked, totals are added up as soon as all their
/// parts are there and may be written over, a figure that breaks a rule turns red. Throws
/// std::system_error.
std::string template_book(const TemplateRequest& request, const Words& words);

}  // namespace gongkai
