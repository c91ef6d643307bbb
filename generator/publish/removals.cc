#include "publish/removals.h"

#include <algorithm>

#include "diagnostics/codes/publish.h"

namespace gongkai {
namespace {

constexpr std::size_t fewest = 10;
constexpr std::size_t one_in = 10;
constexpr std::size_t shown = 10;

}  // namespace

bool too_much_vanishes(const std::filesystem::path& output, const LiveSite& live,
                       const History& history, std::span<const std::string> addresses,
                       Diagnostics& diagnostics) {
  Names once_public;
  for (const std::string& file : live.ours) {
    if (file.ends_with(".html")) once_public.insert(file);
  }
  for (const auto& [report, day] : history) once_public.insert(report);

  const Names stays(addresses.begin(), addresses.end());
  std::vector<std::string> vanishing;
  std::ranges::set_difference(once_public, stays, std::back_inserter(vanishing));
  if (vanishing.size() < fewest || vanishing.size() * one_in <= once_public.size()) return false;

  const std::string folder = output.filename().string();
  Diagnostic& diagnostic =
      diagnostics.add(codes::many_removals, {folder, {}, 0},
                      {std::to_string(vanishing.size()), std::to_string(once_public.size())});
  for (std::size_t i = 0; i < std::min(shown, vanishing.size()); ++i) {
    diagnostic.notes.push_back({&notes::would_vanish, {folder + "/" + vanishing[i], {}, 0}, {}});
  }
  if (vanishing.size() > shown) {
    diagnostic.notes.push_back(
        {&notes::more_would_vanish, {folder, {}, 0}, {std::to_string(vanishing.size() - shown)}});
  }
  return true;
}

}  // namespace gongkai
