#include "publish/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "data/table_digests.h"
#include "model/sha256.h"
#include "publish/files.h"
#include "publish/manifest.h"

namespace gongkai {
namespace {

using Digests = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view digests_file = "data/digests.txt";
constexpr std::string_view long_data_file = "long.csv";

void compare_files(const std::filesystem::path& folder, const Manifest& manifest,
                   Verification& result) {
  const files::Tree tree = files::scan(folder);
  for (const auto& [file, entry] : manifest.files) {
    const auto bytes = files::read(folder / file);
    if (!bytes) {
      result.missing.push_back(file);
    } else if (bytes->size() != entry.size || sha256(*bytes) != entry.sha256) {
      result.changed.push_back(file);
    }
  }
  for (const auto& [name, kind] : tree.entries) {
    if (kind == files::Kind::folder || name == Manifest::address || manifest.has(name)) continue;
    result.foreign.push_back(name);
  }
}

/// The digests of a folder's long data, by the tables' places.
Digests digests_in(const std::filesystem::path& folder, const std::string& data_folder) {
  Digests digests;
  const auto csv = files::read(folder / (data_folder + std::string(long_data_file)));
  if (!csv) return digests;
  for (const auto& [table, digest] : digests_of_long_data(*csv)) {
    digests.emplace(data_folder + table, digest);
  }
  return digests;
}

void compare_tables(const std::filesystem::path& folder, const Manifest& manifest,
                    Verification& result) {
  if (!manifest.has(digests_file)) return;
  const auto text = files::read(folder / digests_file);
  const Digests expected = read_digests(text ? *text : std::string());
  result.tables = expected.size();
  std::set<std::string> data_folders;
  for (const auto& [place, digest] : expected) {
    data_folders.insert(place.substr(0, place.rfind('/') + 1));
  }
  Digests found;
  for (const std::string& data_folder : data_folders) {
    found.merge(digests_in(folder, data_folder));
  }
  for (const auto& [place, digest] : expected) {
    const auto it = found.find(place);
    if (it == found.end() || it->second != digest) result.tables_changed.push_back(place);
  }
  for (const auto& [place, digest] : found) {
    if (!expected.contains(place)) result.tables_changed.push_back(place);
  }
  std::ranges::sort(result.tables_changed);
}

}  // namespace

std::optional<Verification> verify(const std::filesystem::path& folder) {
  const auto text = files::read(folder / Manifest::address);
  const auto manifest = text ? Manifest::parse(*text) : std::nullopt;
  if (!manifest) return std::nullopt;
  Verification result;
  result.files = manifest->files.size();
  compare_files(folder, *manifest, result);
  compare_tables(folder, *manifest, result);
  return result;
}

}  // namespace gongkai
