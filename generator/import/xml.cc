#include "import/xml.h"

#include <filesystem>

#include "diagnostics/codes/import.h"
#include "import/unreadable.h"

namespace gongkai {

void parse_xml(const std::string& part, const std::string& bytes, pugi::xml_document& document) {
  if (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos) {
    throw Unreadable(codes::original_with_entities, {part});
  }
  const unsigned options = (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_eol;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), options | pugi::parse_eol);
  if (!result) throw Unreadable(codes::part_damaged, {part});
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    std::string_view written = attribute.name();
    if (const std::size_t colon = written.find(':'); colon != std::string_view::npos) {
      written = written.substr(colon + 1);
    }
    if (written == name) return attribute.value();
  }
  return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& below : node.children()) {
    if (local_name(below) == name) return below;
  }
  return {};
}

std::vector<Relationship> relationships(Archive& archive, const std::string& part) {
  const std::filesystem::path path(part);
  const std::string folder = path.parent_path().generic_string();
  const auto bytes =
      archive.read((folder.empty() ? "" : folder + "/") + "_rels/" + path.filename().string() + ".rels");
  std::vector<Relationship> list;
  if (!bytes) return list;
  pugi::xml_document document;
  parse_xml(part, *bytes, document);
  for (const pugi::xml_node& node : document.document_element().children()) {
    Relationship relationship;
    relationship.id = attribute(node, "Id");
    relationship.type = attribute(node, "Type");
    relationship.type = relationship.type.substr(relationship.type.rfind('/') + 1);
    relationship.external = attribute(node, "TargetMode") == "External";
    const std::string target(attribute(node, "Target"));
    if (relationship.external) {
      relationship.target = target;
    } else if (target.starts_with('/')) {
      relationship.target = target.substr(1);
    } else {
      relationship.target = (std::filesystem::path(folder) / target).lexically_normal().generic_string();
    }
    list.push_back(std::move(relationship));
  }
  return list;
}

}  // namespace gongkai
