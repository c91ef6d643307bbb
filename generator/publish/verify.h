#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gongkai {

/// What a published site differs in from what it says of itself. Addresses, sorted.
struct Verification {
  std::size_t files = 0;   ///< in the manifest
  std::size_t tables = 0;  ///< with a digest
  std::vector<std::string> missing, changed;  ///< files of the manifest
  std::vector<std::string> foreign;  ///< files that the manifest does not name
  /// Tables (`agencies/x/2024/data/requests`) whose data does not give the digest that stands in
  /// data/digests.txt, or of which one of the two is missing.
  std::vector<std::string> tables_changed;

  bool holds() const {
    return missing.empty() && changed.empty() && foreign.empty() && tables_changed.empty();
  }
};

/// Compares the files of a published folder with its manifest.json, and the tables of its long data
/// with their digests. Nothing else is needed, no content and no network. Nothing where there is no
/// manifest. Throws std::system_error for files that cannot be read.
std::optional<Verification> verify(const std::filesystem::path& folder);

}  // namespace gongkai
