#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace gongkai {

/// Agencies in the order of their hierarchy: each above those below it.
struct AgencyTree {
  std::vector<const Agency*> agencies;
  std::vector<int> depths;  ///< as agencies: 0 at the top of this tree

  void add(const Agency& agency, int depth);
};

/// Some of the agencies, few enough for a page.
struct AgencyPart {
  /// Its name in addresses, mostly the id of the agency above: what is added elsewhere does not
  /// change it.
  std::string key;
  const Agency* above = nullptr;  ///< null: agencies without one above them
  int kind = -1;                  ///< index in Settings::kinds where it holds only one of them
  std::string initials;  ///< what their ids begin with, where kinds were still too large
  AgencyTree tree;       ///< `above` first, where all kinds are together
};

/// How pages that list all agencies are divided: not at all where a page can hold all of them; else
/// such a page shows the top of the hierarchy, and what stands below an agency has a page of its own.
/// Never by numbered pages: their content would move whenever an agency is added.
class AgencyParts {
 public:
  explicit AgencyParts(const Catalog& catalog, std::size_t most = 200);

  bool divided() const { return !parts_.empty(); }
  /// What stands on the page itself: all agencies, or the top of the hierarchy.
  const AgencyTree& top() const { return top_; }
  const std::vector<AgencyPart>& parts() const { return parts_; }

 private:
  AgencyTree top_;
  std::vector<AgencyPart> parts_;
};

/// `某县`, `某市·乡镇（街道）`: what a part is called.
std::string part_label(const Settings& settings, const AgencyPart& part);

/// Where a part of the page at `page` stands: `years/2024/huangzhong/index.html`.
std::string part_address(std::string_view page, const AgencyPart& part);

}  // namespace gongkai
