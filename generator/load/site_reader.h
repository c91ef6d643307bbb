#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "load/content_tree.h"
#include "load/source_text.h"
#include "model/catalog.h"
#include "model/changes.h"

namespace gongkai {

struct LoadOptions {
  int jobs = 1;
  std::optional<Date> today;  ///< none: the day that it is in the time zone of the site
};

/// Reads a site: settings, forms, agencies, reports, pages; and keeps what it read, so that the next
/// reading opens the changed files only. Reports, agencies and forms that did not change are the
/// same values in both catalogs. What it returns does not depend on what was read before: it is the
/// catalog, with the messages, that a new reader would give. Not for several threads.
class SiteReader {
 public:
  SiteReader(SiteFiles site, LoadOptions options);

  /// Everything that can be read is read, so that one run shows all errors; what has an error is
  /// left out whole. Returns null only where site.yaml itself cannot be read. A catalog that comes
  /// with errors must not be published. `changes` must name all files and folders that changed
  /// since the last reading; the first one reads all.
  std::shared_ptr<const Catalog> read(const Changes& changes, Diagnostics& diagnostics);

 private:
  struct ReadReport {
    int year = 0;
    std::shared_ptr<const Report> report;  ///< null where it was left out
    Diagnostics said;
    bool fresh = false;              ///< whether all of the above is as the files are
    bool has_agencies_below = false;  ///< as it was read
  };
  struct ReadAgency {
    std::shared_ptr<const Agency> agency;  ///< null where it was left out
    Diagnostics said;
    bool fresh = false;
    std::vector<ReadReport> reports;  ///< by year
  };

  bool read_settings();
  void read_forms();
  bool is_inside_known_folder(const std::string& path) const;
  void forget(const Changes& changes);
  void find_folders();
  void read_agencies();
  void order_agencies();
  void read_reports();
  void read_pages(Catalog& catalog, Diagnostics& diagnostics) const;
  Date today(Diagnostics& diagnostics) const;

  SiteFiles site_;
  LoadOptions options_;

  std::optional<Settings> settings_;
  SharedList<Form> forms_;
  std::map<std::string, const Form*> forms_by_id_;  ///< null for one that has errors of its own
  std::map<std::string, ReadAgency> agencies_;      ///< by folder
  std::vector<std::string> folders_;                ///< of agencies, as they were found
  std::vector<ReadAgency*> ordered_;                ///< those that were read, in the catalog's order
  std::vector<std::pair<std::string, int>> left_out_with_agency_;
  bool tree_known_ = false, order_known_ = false;
  Diagnostics settings_said_, forms_said_, tree_said_, order_said_;
};

}  // namespace gongkai
