#include "load/settings_check.h"

#include <algorithm>
#include <set>

#include "diagnostics/codes/sections.h"
#include "diagnostics/codes/site.h"
#include "load/form.h"
#include "load/reader.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

void check_rules(const Settings& settings, const SharedList<Form>& forms,
                 Diagnostics& diagnostics) {
  std::set<std::string> rules;
  for (const BuiltinCheck& check : builtin_checks()) rules.emplace(check.id);
  for (const Form& form : forms) {
    for (const Rule& rule : form.rules) rules.insert(rule.id);
  }
  const std::vector<std::string> known(rules.begin(), rules.end());
  for (const auto& [rule, severity] : settings.checks) {
    if (rules.count(rule)) continue;
    suggest(diagnostics.add(codes::unknown_rule,
                            {settings.file, settings.check_marks.at(rule),
                             static_cast<std::uint32_t>(rule.size())},
                            {rule}),
            rule, known);
  }
}

void check_section_lengths(const Settings& settings, const SharedList<Form>& forms,
                           Diagnostics& diagnostics) {
  std::set<std::string> sections;
  for (const Form& form : forms) {
    for (const Section& section : form.sections) sections.insert(section.id);
  }
  const std::vector<std::string> known(sections.begin(), sections.end());
  for (const auto& [section, length] : settings.section_lengths) {
    if (sections.count(section)) continue;
    suggest(diagnostics.add(codes::unknown_section,
                            {settings.file, settings.section_length_marks.at(section),
                             static_cast<std::uint32_t>(section.size())},
                            {section}),
            section, known);
  }
}

void check_indicators(const Settings& settings, const SharedList<Form>& forms,
                      Diagnostics& diagnostics) {
  for (const IndicatorText& text : settings.indicators) {
    const bool resolved = std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
      return !resolve_indicators(form, {text}).empty();
    });
    if (!resolved) {
      diagnostics.add(codes::unknown_indicator, {settings.file, text.mark, 0}, {text.value});
    }
  }
}

}  // namespace

void check_settings(const Settings& settings, const SharedList<Form>& forms,
                    Diagnostics& diagnostics) {
  check_rules(settings, forms, diagnostics);
  check_indicators(settings, forms, diagnostics);
  check_section_lengths(settings, forms, diagnostics);
}

}  // namespace gongkai
