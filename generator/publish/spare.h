#pragma once

#include <filesystem>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "publish/live.h"

namespace gongkai {

/// The tree that is not live: the site before last, brought up to date in place. Nothing in it is
/// trusted: a file is skipped only where its bytes are the new ones, so a build that was killed
/// half-way leaves nothing to repair. It is not touched before the first call of put() or keep().
class SpareTree {
 public:
  /// Both must live as long as this.
  SpareTree(std::filesystem::path root, const LiveSite& live,
            std::span<const std::string> addresses);

  const std::filesystem::path& root() const { return root_; }

  /// Makes the file at `address` hold `bytes`. From any thread.
  void put(std::string_view address, std::string_view bytes);
  /// Makes the file at `address` the same as that of the live site, with its time. From any thread.
  void keep(const std::filesystem::path& live_root, std::string_view address);
  /// Takes in what is not ours.
  void keep_foreign(const std::filesystem::path& live_root);

 private:
  /// Removes what the new site does not hold and makes its folders.
  void prepare();

  std::filesystem::path root_;
  const LiveSite& live_;
  std::span<const std::string> addresses_;
  std::once_flag prepared_;
};

}  // namespace gongkai
