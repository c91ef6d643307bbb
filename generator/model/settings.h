#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnostics/position.h"
#include "model/form.h"

namespace gongkai {

/// A kind of agency, in the order of the index.
struct AgencyKind {
  std::string id, label;
  std::string level;  ///< state | province | city | county | town
  std::string body;   ///< government | department | office
  std::string due;    ///< MM-DD of the year after the reporting year; empty: no deadline
};

struct Publisher {
  std::string name, address, postcode, phone, email, apply_url;
};

/// A link of the site that hosts the portal.
struct HostLink {
  std::string label, url;
};

/// Page labels and footer of Chinese government sites.
struct GovernmentSite {
  bool own_site = false;
  std::string site_name, site_domain, site_id_code, icp, police_record, party_government_id;
};

/// An indicator as site.yaml writes it. It names cells by address, so it is resolved for each form.
struct IndicatorText {
  std::string id, label, value, unit;
  Mark mark;
};

/// site.yaml.
struct Settings {
  std::string file = "site.yaml";
  std::string title;
  std::string language = "zh-CN";  ///< zh-CN | en: the words of the theme
  std::string base_url;            ///< ends with a slash; empty where none is set
  std::string time_zone = "Asia/Shanghai";
  std::string theme = "default";
  Publisher publisher;
  std::vector<AgencyKind> kinds;
  std::vector<HostLink> breadcrumb;
  bool has_government_site = false;
  GovernmentSite government_site;
  /// The portal stands inside the page of another site: its header, footer and `main` are no landmarks
  /// of their own, and its colours stay light.
  bool mounted = false;
  std::map<std::string, std::string> csp;  ///< directive → the sources that the host needs besides ours
  bool publish_checks = true;
  bool publish_coverage = false;
  bool publish_data = true;       ///< the pages and files of data/
  bool publish_workbooks = true;  ///< XLSX among them
  bool publish_search = true;     ///< the search page and its index
  std::vector<IndicatorText> indicators;
  /// A share of fewer cases than this says too little to be ranked.
  int least_denominator = 10;
  std::map<std::string, RuleSeverity> checks;   ///< severity by rule id
  std::map<std::string, Mark> check_marks;
  std::map<std::string, std::string> wording;   ///< wrong → right
  /// Characters that a section may have, by its id, where the site sets this and not the form; 0: as
  /// many as one likes.
  std::map<std::string, int> section_lengths;
  std::map<std::string, Mark> section_length_marks;

  bool chinese() const { return language.starts_with("zh"); }
};

}  // namespace gongkai
