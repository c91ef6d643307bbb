#include "pages/agency_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace gongkai {

namespace {

/// Divides what stands below each agency, and the top.
class Divider {
 public:
  Divider(const Catalog& catalog, std::size_t most) : catalog_(catalog), most_(most) {
    for (const Agency& agency : catalog.agencies) {
      if (catalog.agency(agency.parent) == nullptr) roots_.push_back(&agency);
    }
    for (const Form& form : catalog.forms) {
      for (const CellSpec& cell : form.cells) taken_.insert(cell.column_id);
    }
  }

  void divide(AgencyTree& top, std::vector<AgencyPart>& parts) const {
    AgencyTree all;
    for (const Agency* root : roots_) add_below(*root, 0, all);
    if (all.agencies.size() <= most_) {
      top = std::move(all);
      return;
    }
    if (roots_.size() <= most_) {
      for (const Agency* root : roots_) top.add(*root, 0);
    } else {
      add_by_kind(nullptr, roots_, parts);
    }
    for (const Agency* root : roots_) divide_below(*root, parts);
  }

 private:
  void add_below(const Agency& agency, int depth, AgencyTree& tree) const {
    tree.add(agency, depth);
    for (const Agency* child : catalog_.children(agency)) add_below(*child, depth + 1, tree);
  }

  void divide_below(const Agency& agency, std::vector<AgencyPart>& parts) const {
    const std::vector<const Agency*> children = catalog_.children(agency);
    if (children.empty()) return;
    AgencyPart part;
    part.key = key_of(agency);
    part.above = &agency;
    add_below(agency, 0, part.tree);
    if (part.tree.agencies.size() <= most_ + 1) {
      parts.push_back(std::move(part));
      return;
    }
    if (children.size() <= most_) {
      part.tree = {};
      part.tree.add(agency, 0);
      for (const Agency* child : children) part.tree.add(*child, 1);
      parts.push_back(std::move(part));
    } else {
      add_by_kind(&agency, children, parts);
    }
    for (const Agency* child : children) divide_below(*child, parts);
  }

  void add_by_kind(const Agency* above, const std::vector<const Agency*>& agencies,
                   std::vector<AgencyPart>& parts) const {
    std::map<int, std::vector<const Agency*>> by_kind;
    for (const Agency* agency : agencies) by_kind[agency->kind].push_back(agency);
    for (const auto& [kind, of_kind] : by_kind) {
      AgencyPart part;
      // No agency's id has an underscore, so that this key is nobody else's.
      part.key = (above ? key_of(*above) : "") + "_" +
                 catalog_.settings.kinds[static_cast<std::size_t>(kind)].id;
      part.above = above;
      part.kind = kind;
      add_by_initials(std::move(part), of_kind, parts);
    }
  }

  void add_by_initials(AgencyPart part, const std::vector<const Agency*>& agencies,
                       std::vector<AgencyPart>& parts) const {
    if (agencies.size() <= most_) {
      if (!part.initials.empty()) part.key += "_" + part.initials;
      for (const Agency* agency : agencies) part.tree.add(*agency, 0);
      parts.push_back(std::move(part));
      return;
    }
    std::map<std::string, std::vector<const Agency*>> by_initials;
    const std::size_t length = part.initials.size() + 1;
    for (const Agency* agency : agencies) by_initials[agency->id.substr(0, length)].push_back(agency);
    for (const auto& [initials, some] : by_initials) {
      AgencyPart smaller = part;
      smaller.initials = initials;
      add_by_initials(std::move(smaller), some, parts);
    }
  }

  /// Columns of a figure and the data of a year stand beside the parts.
  std::string key_of(const Agency& agency) const {
    return agency.id == "data" || taken_.count(agency.id) != 0 ? agency.id + "_" : agency.id;
  }

  const Catalog& catalog_;
  std::size_t most_;
  std::vector<const Agency*> roots_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace

void AgencyTree::add(const Agency& agency, int depth) {
  agencies.push_back(&agency);
  depths.push_back(depth);
}

AgencyParts::AgencyParts(const Catalog& catalog, std::size_t most) {
  Divider(catalog, most).divide(top_, parts_);
}

std::string part_label(const Settings& settings, const AgencyPart& part) {
  std::string label;
  if (part.above) label = part.above->short_name.empty() ? part.above->name : part.above->short_name;
  if (part.kind >= 0) {
    if (!label.empty()) label += "·";
    label += settings.kinds[static_cast<std::size_t>(part.kind)].label;
  }
  if (!part.initials.empty()) label += "（" + part.initials + "…）";
  return label;
}

std::string part_address(std::string_view page, const AgencyPart& part) {
  const std::size_t end = page.rfind('/') + 1;
  std::string address(page.substr(0, end));
  return address.append(part.key).append("/").append(page.substr(end));
}

}  // namespace gongkai
