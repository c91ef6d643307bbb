#include "import/helper_sheets.h"

#include <sstream>

#include "import/xml.h"
#include "model/helper_sheets.h"

namespace gongkai {

std::set<std::string> helper_sheets(Archive& archive) {
  const std::string part = "docProps/custom.xml";
  const auto bytes = archive.read(part);
  if (!bytes) return {};
  pugi::xml_document document;
  parse_xml(part, *bytes, document);
  std::set<std::string> names;
  for (const pugi::xml_node& property : document.document_element().children()) {
    if (attribute(property, "name") != helper_sheets_property) continue;
    std::istringstream list(child(property, "lpwstr").text().get());
    for (std::string name; std::getline(list, name, '/');) names.insert(name);
  }
  return names;
}

}  // namespace gongkai
