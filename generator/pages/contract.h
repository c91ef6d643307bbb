#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace gongkai {

/// One name that a page hands to its template, and the names inside it. Without names inside it is
/// a text or a truth value, or a list of texts (`{{.}}`); with them an object or a list of objects.
struct Name {
  std::string_view name;
  std::vector<Name> inside;
};

/// The kinds of pages. Each has the template templates/<page kind>.mustache in a theme.
std::span<const std::string_view> page_kinds();

/// The names that pages of a kind offer to their template: all of them are set on every page, and
/// a theme may use no others. `page_kind` must be one of page_kinds().
const std::vector<Name>& contract(std::string_view page_kind);

}  // namespace gongkai
