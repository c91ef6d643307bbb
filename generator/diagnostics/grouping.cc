#include "diagnostics/grouping.h"

#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace gongkai {
namespace {

// Notes count with their words, not with their places: those are the places of the same cause.
using Saying = std::tuple<const Wording*, std::string_view, Severity, std::vector<std::string>,
                          std::vector<std::pair<const NoteWording*, std::vector<std::string>>>>;

Saying saying_of(const Diagnostic& d) {
  Saying saying{d.wording, d.code(), d.severity, d.arguments, {}};
  for (const Note& note : d.notes) std::get<4>(saying).emplace_back(note.wording, note.arguments);
  return saying;
}

std::size_t files_of(const std::vector<const Diagnostic*>& messages) {
  std::set<std::string_view> files;
  for (const Diagnostic* message : messages) files.insert(message->position.file);
  return files.size();
}

}  // namespace

std::vector<MessageGroup> grouped(const Diagnostics& diagnostics) {
  std::map<Saying, std::vector<const Diagnostic*>> by_saying;
  for (const Diagnostic& d : diagnostics.items()) by_saying[saying_of(d)].push_back(&d);
  std::set<const Diagnostic*> listed;  // below the first of their group
  std::map<const Diagnostic*, std::vector<const Diagnostic*>> others_of;
  for (const auto& [saying, messages] : by_saying) {
    if (files_of(messages) < shared_cause) continue;
    others_of[messages.front()].assign(messages.begin() + 1, messages.end());
    listed.insert(messages.begin() + 1, messages.end());
  }
  std::vector<MessageGroup> groups;
  for (const Diagnostic& d : diagnostics.items()) {
    if (listed.count(&d) != 0) continue;
    const auto others = others_of.find(&d);
    groups.push_back({&d, others == others_of.end() ? std::vector<const Diagnostic*>{}
                                                    : others->second});
  }
  return groups;
}

}  // namespace gongkai
