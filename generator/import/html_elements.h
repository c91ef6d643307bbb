#pragma once

#include <gumbo.h>

#include <initializer_list>
#include <string_view>

namespace gongkai {

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags);

/// Null where the element has none of this name.
const char* attribute(const GumboNode* node, const char* name);

/// `colspan` or `rowspan`, from 1 to a bound that no report needs.
std::size_t span_of(const GumboNode* node, const char* name);

/// Whether a browser, or Word, would not show the element.
bool is_hidden(const GumboNode* node);

/// Elements that hold no text of a report.
bool is_skipped(GumboTag tag);

/// Elements that stand in a line of text.
bool is_inline(GumboTag tag);

/// The parser takes its tree down by recursion. Elements that stand open are counted before, as far
/// as that can be told without parsing.
bool may_nest_too_deep(std::string_view text);

}  // namespace gongkai
