#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "load/form.h"

namespace gongkai::test {

/// A form that comes with the program.
inline const Form& builtin_form(const std::string& id) {
  static std::map<std::string, Form> forms;
  if (!forms.count(id)) {
    Diagnostics diagnostics;
    auto form = load_form({}, {id, std::string(builtin_folder) + id + ".yaml"}, {}, diagnostics);
    if (!form) throw std::logic_error("no form " + id);
    forms.emplace(id, std::move(*form));
  }
  return forms.at(id);
}

}  // namespace gongkai::test
