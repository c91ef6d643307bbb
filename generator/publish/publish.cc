#include "publish/publish.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <mutex>

#include "model/parallel.h"
#include "model/sha256.h"
#include "publish/history.h"
#include "publish/in_place.h"
#include "publish/live.h"
#include "publish/lock.h"
#include "publish/manifest.h"
#include "publish/removals.h"
#include "publish/spare.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

struct Places {
  fs::path output, work, spare, pending, lock, history;

  explicit Places(const fs::path& given) : output(fs::absolute(given).lexically_normal()) {
    if (!output.has_filename()) output = output.parent_path();
    work = output.parent_path() / ".gongkai";
    spare = work / "spare";
    pending = work / "pending.json";
    lock = work / "lock";
    history = output.parent_path() / "history.json";
  }
};

/// What rendering has shown: the new manifest, and which files the live site holds already.
struct Rendered {
  std::vector<ManifestEntry> entries;  ///< by index of the address
  std::vector<char> same;  ///< as on the live site; char, for threads write side by side
};

Rendered render_all(const PublishRequest& request, const fs::path& live_root, const LiveSite& live,
                    SpareTree& spare) {
  const std::size_t total = request.addresses.size();
  Rendered rendered{std::vector<ManifestEntry>(total), std::vector<char>(total)};
  std::atomic<std::size_t> done{0};
  std::mutex progress_mutex;
  parallel_for(total, request.jobs, [&](std::size_t i) {
    const std::string& address = request.addresses[i];
    thread_local std::string bytes;
    bytes.clear();
    request.render(address, bytes);
    rendered.entries[i] = {bytes.size(), sha256(bytes)};
    rendered.same[i] = live.ours.contains(address) && files::equals(live_root / address, bytes);
    if (!rendered.same[i] && !request.dry_run) spare.put(address, bytes);
    ++done;
    if (request.progress) {
      const std::unique_lock lock(progress_mutex, std::try_to_lock);
      if (lock) request.progress(done, total);
    }
  });
  if (request.progress) request.progress(total, total);
  return rendered;
}

Manifest manifest_of(std::span<const std::string> addresses, const Rendered& rendered) {
  Manifest manifest;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    manifest.files.emplace(addresses[i], rendered.entries[i]);
  }
  return manifest;
}

PublishResult compare(std::span<const std::string> addresses, const LiveSite& live,
                      const Rendered& rendered, const Manifest& manifest) {
  PublishResult result;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    if (rendered.same[i]) {
      ++result.unchanged;
    } else {
      (live.ours.contains(addresses[i]) ? result.changed : result.added).push_back(addresses[i]);
    }
  }
  for (const std::string& file : live.ours) {
    if (!manifest.has(file) && file != Manifest::address) result.removed.push_back(file);
  }
  return result;
}

Changes changes_of(const PublishResult& result) {
  Changes changes{result.added, result.removed};
  changes.written.insert(changes.written.end(), result.changed.begin(), result.changed.end());
  return changes;
}

/// Puts the spare tree in the place of the live one in one step. False where the system cannot.
bool exchange(const Places& places, const LiveSite& live) {
  const unsigned flags = live.exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, places.spare.c_str(), AT_FDCWD, places.output.c_str(), flags) == 0) {
    return true;
  }
  switch (errno) {
    case EINVAL:
    case ENOSYS:
    case EOPNOTSUPP:
      // Nobody looks at a folder that does not exist yet, so the plain step is as good.
      if (!live.exists) {
        files::move(places.spare, places.output);
        return true;
      }
      return false;
    case EXDEV:
    case EBUSY:
      return false;
    default:
      files::fail("replace", places.output);
  }
}

/// After the exchange the spare folder is what was live until now. Files of others that changed
/// there since they were taken over are taken over once more.
void keep_late_foreign(const Places& places, const LiveSite& live, const Manifest& manifest) {
  const files::Tree before = files::scan(places.spare);
  for (const auto& [name, kind] : before.entries) {
    if (live.ours.contains(name) || manifest.has(name) || name == Manifest::address) continue;
    if (kind == files::Kind::folder) {
      if (!live.foreign.contains(name)) continue;
      fs::create_directories(places.output / name);
    } else if (kind != files::Kind::other) {
      fs::create_directories((places.output / name).parent_path());
      files::duplicate(places.spare / name, places.output / name);
    }
  }
  for (const auto& [name, kind] : live.foreign) {
    if (kind != files::Kind::folder && !before.kind(name)) files::erase(places.output / name);
  }
}

void publish_spare(const PublishRequest& request, const Places& places, const LiveSite& live,
                   const Rendered& rendered, const Manifest& manifest, SpareTree& spare) {
  parallel_for(request.addresses.size(), request.jobs, [&](std::size_t i) {
    if (rendered.same[i]) spare.keep(places.output, request.addresses[i]);
  });
  spare.put(Manifest::address, manifest.str());
  if (!live.exists) return;
  spare.keep_foreign(places.output);
  fs::permissions(places.spare, fs::status(places.output).permissions());
}

}  // namespace

std::optional<PublishResult> publish(const PublishRequest& request, Diagnostics& diagnostics) {
  const Places places(request.output);
  std::optional<BuildLock> lock;
  if (!request.dry_run) {
    fs::create_directory(places.work);
    lock.emplace(places.lock);
  }
  const std::optional<History> history = read_history(places.history, diagnostics);
  const std::optional<LiveSite> live =
      read_live_site(places.output, places.pending, request.addresses, request.adopt, diagnostics);
  if (!history || !live) return std::nullopt;
  if (!request.allow_removals &&
      too_much_vanishes(places.output, *live, *history, request.addresses, diagnostics)) {
    return std::nullopt;
  }

  SpareTree spare(places.spare, *live, request.addresses);
  const Rendered rendered = render_all(request, places.output, *live, spare);
  const Manifest manifest = manifest_of(request.addresses, rendered);
  assert(manifest.files.size() == request.addresses.size() && !manifest.has(Manifest::address));

  PublishResult result = compare(request.addresses, *live, rendered, manifest);
  result.foreign = static_cast<int>(std::ranges::count_if(
      live->foreign, [](const auto& entry) { return entry.second != files::Kind::folder; }));

  if (request.dry_run) return result;

  const std::string manifest_text = manifest.str();
  const bool changed = result.written() > 0 || !result.removed.empty() ||
                       !files::equals(places.output / Manifest::address, manifest_text);
  if (changed && !live->in_place) {
    publish_spare(request, places, *live, rendered, manifest, spare);
    result.exchanged = exchange(places, *live);
    if (result.exchanged && live->exists) keep_late_foreign(places, *live, manifest);
  }
  if (changed && !result.exchanged) {
    update_in_place(places.output, places.spare, places.pending, changes_of(result), manifest_text);
  } else {
    files::erase(places.pending);
  }
  update_history(places.history, *history, request.reports, request.today);
  return result;
}

}  // namespace gongkai
