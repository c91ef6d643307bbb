#include "publish/spare.h"

#include <cerrno>
#include <utility>

namespace gongkai {

using files::Kind;

SpareTree::SpareTree(std::filesystem::path root, const LiveSite& live,
                     std::span<const std::string> addresses)
    : root_(std::move(root)), live_(live), addresses_(addresses) {}

void SpareTree::put(std::string_view address, std::string_view bytes) {
  std::call_once(prepared_, [this] { prepare(); });
  const std::filesystem::path file = root_ / address;
  if (!files::equals(file, bytes)) files::write(file, bytes);
}

void SpareTree::keep(const std::filesystem::path& live_root, std::string_view address) {
  const std::filesystem::path from = live_root / address;
  if (const std::optional<std::string> bytes = files::read(from)) {
    put(address, *bytes);
    files::copy_time(from, root_ / address);
  } else {
    errno = ENOENT;
    files::fail("read", from);
  }
}

void SpareTree::keep_foreign(const std::filesystem::path& live_root) {
  std::call_once(prepared_, [this] { prepare(); });
  for (const auto& [name, kind] : live_.foreign) {
    if (kind == Kind::folder) {
      std::filesystem::permissions(root_ / name,
                                   std::filesystem::status(live_root / name).permissions());
    } else {
      files::duplicate(live_root / name, root_ / name);
    }
  }
}

void SpareTree::prepare() {
  Names wanted(addresses_.begin(), addresses_.end());
  wanted.emplace(Manifest::address);
  Names folders;
  for (const auto& [name, kind] : live_.foreign)
    (kind == Kind::folder ? folders : wanted).insert(name);
  for (const std::string& name : wanted) {
    for (std::string& folder : files::folders_of(name)) folders.insert(std::move(folder));
  }

  std::filesystem::create_directory(root_);
  const files::Tree tree = files::scan(root_);
  // From the end, so that a folder comes after all that it holds.
  for (auto entry = tree.entries.rbegin(); entry != tree.entries.rend(); ++entry) {
    const auto& [name, kind] = *entry;
    const bool stays =
        kind == Kind::folder ? folders.contains(name) : kind == Kind::file && wanted.contains(name);
    if (!stays) std::filesystem::remove(root_ / name);
  }
  for (const std::string& folder : folders) std::filesystem::create_directory(root_ / folder);
}

}  // namespace gongkai
