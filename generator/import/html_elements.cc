#include "import/html_elements.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace gongkai {
namespace {

constexpr std::size_t max_span = 200;

}  // namespace

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

const char* attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

std::size_t span_of(const GumboNode* node, const char* name) {
  const char* text = attribute(node, name);
  std::size_t value = 1;
  if (text != nullptr) std::from_chars(text, text + std::string_view(text).size(), value);
  return std::clamp<std::size_t>(value, 1, max_span);
}

bool is_hidden(const GumboNode* node) {
  if (attribute(node, "hidden") != nullptr) return true;
  const char* style = attribute(node, "style");
  if (style == nullptr) return false;
  std::string text;
  for (const char c : std::string_view(style)) {
    if (c != ' ') text += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return text.find("display:none") != std::string::npos ||
         text.find("mso-hide:all") != std::string::npos;
}

bool is_skipped(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                         GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,
                         GUMBO_TAG_SVG, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT,
                         GUMBO_TAG_TEXTAREA, GUMBO_TAG_HEAD});
}

bool is_inline(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_A, GUMBO_TAG_SPAN, GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_I,
                         GUMBO_TAG_EM, GUMBO_TAG_U, GUMBO_TAG_FONT, GUMBO_TAG_SUP, GUMBO_TAG_SUB,
                         GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL, GUMBO_TAG_INS, GUMBO_TAG_SMALL,
                         GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
                         GUMBO_TAG_IMG, GUMBO_TAG_UNKNOWN, GUMBO_TAG_Q, GUMBO_TAG_CITE,
                         GUMBO_TAG_ABBR, GUMBO_TAG_TT, GUMBO_TAG_NOBR, GUMBO_TAG_WBR});
}

bool may_nest_too_deep(std::string_view text) {
  constexpr std::size_t most = 20'000;
  std::size_t open = 0;
  for (std::size_t i = text.find('<'); i < text.size(); i = text.find('<', i + 1)) {
    if (i + 1 >= text.size()) break;
    const char c = text[i + 1];
    if (c == '/') {
      if (open > 0) --open;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      const std::string_view rest = text.substr(i + 1, 6);
      const bool is_void = rest.starts_with("br") || rest.starts_with("BR") ||
                           rest.starts_with("img") || rest.starts_with("IMG") ||
                           rest.starts_with("meta") || rest.starts_with("link") ||
                           rest.starts_with("input") || rest.starts_with("col") ||
                           rest.starts_with("hr");
      if (!is_void && ++open > most) return true;
    }
  }
  return false;
}

}  // namespace gongkai
