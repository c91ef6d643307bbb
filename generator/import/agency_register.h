#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/table_import.h"

namespace gongkai {

/// Finds the agencies that the rows of files name, and makes those that the site has not. An agency
/// answers to its name and its former names, in agency.yaml or in the mapping, and to what the
/// mapping lists under `also`; compared after folding.
class AgencyRegister {
 public:
  AgencyRegister(const Catalog& catalog, const TableMapping& mapping, Diagnostics& diagnostics);

  /// The id of the agency with this name; empty after an error, which is reported once a name.
  const std::string& id_of(const std::string& name, const Position& position);

  std::map<std::string, ImportedAgency> take() { return std::move(agencies_); }

 private:
  std::string make(const std::string& name, const Position& position);
  bool is_free(const std::string& id, const std::string& name, const Position& position);

  const Catalog& catalog_;
  const TableMapping& mapping_;
  Diagnostics& diagnostics_;
  std::map<std::string, const Agency*> known_;          ///< of the site, by folded name
  std::map<std::string, const MappedAgency*> mapped_;   ///< of the mapping, by folded name
  std::map<std::string, std::string> ids_;              ///< by folded name, as they were asked
  std::map<std::string, ImportedAgency> agencies_;
};

}  // namespace gongkai
