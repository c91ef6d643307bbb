#include "import/agency_text.h"

#include "write/yaml_scalar.h"

namespace gongkai {

std::string agency_text(const Agency& agency, const std::string& kind) {
  std::string text = "name: " + yaml_scalar(agency.name) + "\n";
  if (!agency.short_name.empty()) text += "short_name: " + yaml_scalar(agency.short_name) + "\n";
  text += "kind: " + yaml_scalar(kind) + "\n";
  if (!agency.parent.empty()) text += "parent: " + yaml_scalar(agency.parent) + "\n";
  if (agency.reports) {
    text += "reports: {from: " + std::to_string(agency.reports->from);
    if (agency.reports->until != 9999) text += ", until: " + std::to_string(agency.reports->until);
    text += "}\n";
  }
  if (!agency.former_ids.empty()) text += "former_ids:\n";
  for (const std::string& id : agency.former_ids) text += "  - " + yaml_scalar(id) + "\n";
  if (!agency.former_names.empty()) text += "former_names:\n";
  for (const FormerName& former : agency.former_names) {
    text += "  - {name: " + yaml_scalar(former.name) + ", until: " +
            std::to_string(former.until) + "}\n";
  }
  if (!agency.succeeds.empty()) text += "succeeds:\n";
  for (const std::string& id : agency.succeeds) text += "  - " + yaml_scalar(id) + "\n";
  return text;
}

}  // namespace gongkai
