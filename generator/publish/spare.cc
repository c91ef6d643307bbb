#include "publish/spare.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace gongkai {

using files::Kind;
namespace fs = std::filesystem;

namespace {

/// Also out of a folder that its owner closed against writing.
void clear_away(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error != std::errc::permission_denied) {
    if (error) throw fs::filesystem_error("cannot remove", file, error);
    return;
  }
  fs::permissions(file.parent_path(), fs::perms::owner_all, fs::perm_options::add);
  fs::remove(file);
}

}  // namespace

SpareTree::SpareTree(fs::path root, const LiveSite& live, std::span<const std::string> addresses)
    : root_(std::move(root)), live_(live), addresses_(addresses) {}

void SpareTree::put(std::string_view address, std::string_view bytes) {
  std::call_once(prepared_, [this] { prepare(); });
  const fs::path file = root_ / address;
  if (!files::equals(file, bytes)) files::write(file, bytes);
}

void SpareTree::keep(const fs::path& live_root, std::string_view address) {
  const fs::path from = live_root / address;
  if (const std::optional<std::string> bytes = files::read(from)) {
    put(address, *bytes);
    files::copy_time(from, root_ / address);
  } else {
    errno = ENOENT;
    files::fail("read", from);
  }
}

void SpareTree::keep_foreign(const fs::path& live_root) {
  std::call_once(prepared_, [this] { prepare(); });
  const fs::path& root = root_;
  auto for_each_folder = [&](auto&& set) {
    for (const auto& [name, kind] : live_.foreign) {
      if (kind == Kind::folder) set(name);
    }
  };
  // A folder that its owner closed against writing is open while we fill it.
  for_each_folder([&](const std::string& name) {
    fs::permissions(root / name, fs::perms::owner_all, fs::perm_options::add);
  });
  for (const auto& [name, kind] : live_.foreign) {
    if (kind != Kind::folder) files::duplicate(live_root / name, root / name);
  }
  for_each_folder([&](const std::string& name) {
    fs::permissions(root / name, fs::status(live_root / name).permissions());
  });
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

  fs::create_directory(root_);
  const files::Tree tree = files::scan(root_);
  // From the end, so that a folder comes after all that it holds.
  for (auto entry = tree.entries.rbegin(); entry != tree.entries.rend(); ++entry) {
    const auto& [name, kind] = *entry;
    const bool stays =
        kind == Kind::folder ? folders.contains(name) : kind == Kind::file && wanted.contains(name);
    if (!stays) clear_away(root_ / name);
  }
  for (const std::string& folder : folders) fs::create_directory(root_ / folder);
}

}  // namespace gongkai
