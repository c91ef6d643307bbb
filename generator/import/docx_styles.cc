#include "import/docx_styles.h"

#include <charconv>
#include <set>

#include "import/xml.h"

namespace gongkai {
namespace {

int number_of(std::string_view text, int fallback) {
  int value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// `heading 2`, as Word names its own styles in every language.
int heading_of_name(std::string_view name) {
  if (!name.starts_with("heading ") && !name.starts_with("Heading ")) return 0;
  const int level = number_of(name.substr(8), 0);
  return level >= 1 && level <= 6 ? level : 0;
}

bool is_on(const pugi::xml_node& toggle) {
  const std::string_view value = attribute(toggle, "val");
  return toggle && value != "0" && value != "false" && value != "none";
}

}  // namespace

DocxStyles::DocxStyles(Archive& archive, const std::string& part) {
  const auto bytes = archive.read(part);
  if (!bytes) return;
  pugi::xml_document document;
  parse_xml(part, *bytes, document);
  std::map<std::string, std::string> based_on;
  for (const pugi::xml_node& node : document.document_element().children()) {
    if (local_name(node) != "style" || attribute(node, "type") != "paragraph") continue;
    const std::string id(attribute(node, "styleId"));
    Style& style = styles_[id];
    style.heading = heading_of_name(attribute(child(node, "name"), "val"));
    const pugi::xml_node properties = child(node, "pPr");
    if (const pugi::xml_node outline = child(properties, "outlineLvl"); outline && !style.heading) {
      const int level = number_of(attribute(outline, "val"), 9);
      if (level < 6) style.heading = level + 1;
    }
    const pugi::xml_node numbers = child(properties, "numPr");
    style.list = attribute(child(numbers, "numId"), "val");
    style.level = number_of(attribute(child(numbers, "ilvl"), "val"), 0);
    style.strong = is_on(child(child(node, "rPr"), "b"));
    based_on[id] = attribute(child(node, "basedOn"), "val");
  }
  for (auto& [id, style] : styles_) {
    std::set<std::string> seen = {id};
    for (std::string up = based_on[id]; styles_.count(up) && seen.insert(up).second;
         up = based_on[up]) {
      const Style& base = styles_[up];
      if (style.heading == 0) style.heading = base.heading;
      if (style.list.empty()) {
        style.list = base.list;
        style.level = base.level;
      }
    }
  }
}

const DocxStyles::Style& DocxStyles::style(const std::string& id) const {
  static const Style plain;
  const auto found = styles_.find(id);
  return found == styles_.end() ? plain : found->second;
}

}  // namespace gongkai
