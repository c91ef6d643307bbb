#pragma once

#include <optional>
#include <string>
#include <vector>

#include "load/reader.h"
#include "model/form.h"
#include "model/settings.h"

namespace gongkai {

/// How positions name a form that is compiled into the program: `<built-in>/cn-2021.yaml`.
inline constexpr std::string_view builtin_folder = "<built-in>/";

/// The text of a built-in form by that name, for the printer; nothing where there is none.
std::optional<std::string> builtin_form_text(const std::string& file);

/// Where a form is read from: content/forms/<id>.yaml, or else the built-in one.
struct FormSource {
  std::string id;
  std::string file;
};

/// All forms that a site can use, by id: its own, and the built-in ones that it does not replace.
std::vector<FormSource> list_forms(const SiteFiles& site);

/// Reads a form and makes everything that follows from it: cells, addresses, rules with an
/// instance for each row or column. Returns nothing after an error.
std::optional<Form> load_form(const SiteFiles& site, const FormSource& source,
                              const Settings& settings, Diagnostics& diagnostics);


/// Resolves the indicators of site.yaml for one form. An address that the form lacks leaves the
/// indicator out for this form; one that no form of the site knows is reported by the caller.
std::vector<Indicator> resolve_indicators(const Form& form,
                                          const std::vector<IndicatorText>& texts);

}  // namespace gongkai
