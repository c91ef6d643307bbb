#pragma once

#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The few things that the publisher does to single files. Every failure of the system is a
/// std::system_error that names the path. None of these functions follows a symbolic link in the
/// last place of a path.
namespace gongkai::files {

using std::filesystem::path;

/// Throws std::system_error for `errno`: `cannot write public/a: No space left on device`.
[[noreturn]] void fail(std::string_view action, const path& file);

/// The bytes of a regular file; nothing where there is none.
std::optional<std::string> read(const path& file);

/// Whether `file` is a regular file that holds just these bytes.
bool equals(const path& file, std::string_view bytes);

/// Writes into the file that stands there, or makes it. A file that has other names too (a hard
/// link) is left to them: then a new one is made in its place. The folder must exist.
void write(const path& file, std::string_view bytes);

/// Writes a file of another name beside it and renames it, so that a reader sees the old bytes or
/// the new ones.
void replace(const path& file, std::string_view bytes);

void erase(const path& file);
void move(const path& from, const path& to);

/// Gives `file` the time of last change that `like` has, where it has another.
void copy_time(const path& like, const path& file);

/// The time, permissions and bytes of a regular file (or the target of a link), in `to`. A second
/// name of the same file where the file system can do that. Nothing happens where it is that
/// already. False when `from` is gone.
bool duplicate(const path& from, const path& to);

enum class Kind { file, folder, link, other };

/// What a folder holds, by path relative to it with forward slashes. Links are not followed.
struct Tree {
  std::map<std::string, Kind, std::less<>> entries;
  bool has_mounts = false;  ///< another file system begins somewhere inside

  std::optional<Kind> kind(std::string_view name) const;
};

/// Empty where there is no such folder.
Tree scan(const path& root);

/// The folders that a path of the tree stands in, outermost first: `a`, `a/b` for `a/b/c.html`.
std::vector<std::string> folders_of(std::string_view name);

}  // namespace gongkai::files
