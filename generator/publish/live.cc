#include "publish/live.h"

#include <fmt/format.h>

#include "diagnostics/codes/publish.h"

namespace gongkai {
namespace {

using files::Kind;

constexpr std::size_t shown_obstacles = 10;

/// Gathers obstacles of one sort into a single message.
class Obstacles {
 public:
  explicit Obstacles(const Wording& wording) : wording_(wording) {}

  void add(std::string name) { names_.insert(std::move(name)); }

  void report(const std::filesystem::path& output, Diagnostics& diagnostics) const {
    if (names_.empty()) return;
    const std::string folder = output.filename().string() + '/';
    Diagnostic* diagnostic = nullptr;
    std::size_t shown = 0;
    for (const std::string& name : names_) {
      const Position position{folder + name, {}, 0};
      if (!diagnostic) {
        diagnostic = &diagnostics.add(wording_, position, {folder + name});
      } else {
        diagnostic->notes.push_back({&notes::also_in_the_way, position, {}});
      }
      if (++shown == shown_obstacles) break;
    }
    if (names_.size() > shown) {
      diagnostic->notes.push_back({&notes::more_in_the_way,
                                   {output.filename().string(), {}, 0},
                                   {std::to_string(names_.size() - shown)}});
    }
  }

 private:
  const Wording& wording_;
  Names names_;
};

/// The files that earlier builds put there; nothing when the manifest is broken.
std::optional<Names> recorded_files(const std::filesystem::path& output,
                                    const std::filesystem::path& pending, const files::Tree& tree) {
  Names recorded;
  if (tree.kind(Manifest::address)) {
    const std::optional<std::string> text = files::read(output / Manifest::address);
    const std::optional<Manifest> manifest = text ? Manifest::parse(*text) : std::nullopt;
    if (!manifest) return std::nullopt;
    recorded.emplace(Manifest::address);
    for (const auto& [file, entry] : manifest->files) recorded.insert(file);
  }
  if (const std::optional<std::string> text = files::read(pending)) {
    const Manifest journal = Manifest::parse(*text).value_or(Manifest{});
    for (const auto& [file, entry] : journal.files) {
      recorded.insert(file);
      recorded.insert(pending_name(file));
    }
    recorded.emplace(Manifest::address);
    recorded.insert(pending_name(Manifest::address));
  }
  return recorded;
}

bool holds_foreign(const LiveSite& live, const std::string& folder) {
  const auto inside = live.foreign.lower_bound(folder + '/');
  return live.foreign.contains(folder) ||
         (inside != live.foreign.end() && inside->first.starts_with(folder + '/'));
}

}  // namespace

std::optional<LiveSite> read_live_site(const std::filesystem::path& output,
                                       const std::filesystem::path& pending,
                                       std::span<const std::string> addresses, bool adopt,
                                       Diagnostics& diagnostics) {
  namespace fs = std::filesystem;
  LiveSite live;
  const fs::file_status status = fs::symlink_status(output);
  if (!fs::exists(status)) return live;
  live.exists = true;
  live.in_place = fs::is_symlink(status);
  if (!fs::is_directory(live.in_place ? fs::status(output) : status)) {
    const std::string name = output.filename().string();
    diagnostics.add(codes::output_not_folder, {name, {}, 0}, {name});
    return std::nullopt;
  }

  const files::Tree tree = files::scan(output);
  live.in_place = live.in_place || tree.has_mounts;
  std::optional<Names> recorded = recorded_files(output, pending, tree);
  if (!recorded && !adopt) {
    const std::string name = (output.filename() / Manifest::address).string();
    diagnostics.add(codes::manifest_broken, {name, {}, 0}, {name});
    return std::nullopt;
  }
  if (!recorded) recorded.emplace();

  // A build that was killed may have left a folder of its own without the file in it.
  Names folders;
  for (const std::string& name : *recorded) {
    for (std::string& folder : files::folders_of(name)) folders.insert(std::move(folder));
  }
  for (const auto& [name, kind] : tree.entries) {
    if (kind != Kind::folder && recorded->contains(name)) live.ours.insert(name);
  }
  for (const auto& [name, kind] : tree.entries) {
    const bool our_folder = kind == Kind::folder && folders.contains(name);
    if (!live.ours.contains(name) && !our_folder) live.foreign.emplace(name, kind);
  }

  Obstacles foreign(codes::foreign_file), folders_met(codes::folder_in_the_way),
      files_met(codes::file_in_the_way), links(codes::link_in_the_way);
  auto check = [&](const std::string& address) {
    for (std::string& folder : files::folders_of(address)) {
      const auto met = live.foreign.find(folder);
      if (met == live.foreign.end() || met->second == Kind::folder) continue;
      (met->second == Kind::link ? links : files_met).add(std::move(folder));
    }
    const std::optional<Kind> kind = tree.kind(address);
    if (!kind || live.ours.contains(address)) return;
    if (kind == Kind::folder) {
      if (holds_foreign(live, address)) folders_met.add(address);
    } else if (kind == Kind::link) {
      links.add(address);
    } else if (!adopt) {
      foreign.add(address);
    } else {
      live.foreign.erase(address);
      live.ours.insert(address);
    }
  };
  for (const std::string& address : addresses) check(address);
  check(std::string(Manifest::address));

  const std::size_t before = diagnostics.items().size();
  foreign.report(output, diagnostics);
  folders_met.report(output, diagnostics);
  files_met.report(output, diagnostics);
  links.report(output, diagnostics);
  if (diagnostics.items().size() != before) return std::nullopt;
  return live;
}

std::string pending_name(std::string_view address) {
  return fmt::format("{}.gongkai-new", address);
}

}  // namespace gongkai
