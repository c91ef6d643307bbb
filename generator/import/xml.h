#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "import/archive.h"

namespace gongkai {

/// Parses a part of an archive. Entities and document types, which could name files or grow without
/// end, are refused. Throws Unreadable.
void parse_xml(const std::string& part, const std::string& bytes, pugi::xml_document& document);

/// The name of an element without its prefix: `w:p` and `p` are the same to us.
std::string_view local_name(const pugi::xml_node& node);
/// An attribute by its name without prefix; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The first child element of a name without prefix.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// A line of a part's relationships.
struct Relationship {
  std::string id, type, target;  ///< target: a part of the archive, or an address where external
  bool external = false;
};

/// The relationships of a part (`word/document.xml`); none where it has no list of them.
std::vector<Relationship> relationships(Archive& archive, const std::string& part);

}  // namespace gongkai
