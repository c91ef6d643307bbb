#include "load/register.h"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostics/codes.h"
#include "load/reader.h"

namespace gongkai {
namespace {

class Register {
 public:
  Register(const std::deque<Agency>& agencies, const std::vector<std::string>& broken)
      : broken_(broken.begin(), broken.end()) {
    for (const Agency& agency : agencies) {
      by_id_[agency.id] = &agency;
      ids_.push_back(agency.id);
    }
  }

  const Agency* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  void check_reference(const Agency& agency, const std::string& id,
                       Diagnostics& diagnostics) const {
    if (id.empty() || find(id) || broken_.count(id)) return;
    Diagnostic& d = diagnostics.add(codes::unknown_parent, {agency.file(), agency.mark, 0}, {id});
    suggest(d, id, ids_);
  }

  // The chain of ids from the agency back to itself; empty where it ends above.
  std::string cycle_from(const Agency& agency) const {
    std::string chain = agency.id;
    std::set<std::string> seen;
    for (const Agency* at = find(agency.parent); at && seen.insert(at->id).second;
         at = find(at->parent)) {
      chain += " → " + at->id;
      if (at == &agency) return chain;
    }
    return {};
  }

 private:
  std::map<std::string, const Agency*> by_id_;
  std::vector<std::string> ids_;
  std::set<std::string> broken_;
};

}  // namespace

void check_register(const std::deque<Agency>& agencies, const std::vector<std::string>& broken,
                    Diagnostics& diagnostics) {
  const Register known(agencies, broken);
  std::map<std::string, const Agency*> former;
  for (const Agency& agency : agencies) {
    const Position here{agency.file(), agency.mark, 0};
    known.check_reference(agency, agency.parent, diagnostics);
    for (const std::string& id : agency.succeeds) known.check_reference(agency, id, diagnostics);
    const std::string cycle = known.cycle_from(agency);
    if (!cycle.empty()) diagnostics.add(codes::parent_cycle, here, {cycle});
    for (const std::string& id : agency.former_ids) {
      const auto [first, added] = former.emplace(id, &agency);
      const Agency* other = known.find(id) ? known.find(id) : added ? nullptr : first->second;
      if (!other) continue;
      Diagnostic& d = diagnostics.add(codes::former_id_taken, here, {id});
      d.notes.push_back({&notes::other_agency_here, {other->file(), other->mark, 0}, {}});
    }
  }
}

}  // namespace gongkai
