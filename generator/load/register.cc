#include "load/register.h"

#include <map>
#include <set>

#include "diagnostics/codes/site.h"
#include "load/reader.h"

namespace gongkai {
namespace {

class Register {
 public:
  Register(const SharedList<Agency>& agencies, const std::vector<std::string>& broken)
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

  void check_reference(const Agency& agency, const std::string& id, Mark mark,
                       Diagnostics& diagnostics) const {
    if (id.empty() || find(id) || broken_.count(id)) return;
    Diagnostic& d = diagnostics.add(
        codes::unknown_parent, {agency.file(), mark, static_cast<std::uint32_t>(id.size())}, {id});
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

std::set<std::string> agencies_in_cycles(const SharedList<Agency>& agencies) {
  const Register known(agencies, {});
  std::set<std::string> ids;
  for (const Agency& agency : agencies) {
    if (!known.cycle_from(agency).empty()) ids.insert(agency.id);
  }
  return ids;
}

void check_register(const SharedList<Agency>& agencies, const std::vector<std::string>& broken,
                    Diagnostics& diagnostics) {
  const Register known(agencies, broken);
  std::set<std::string> said;
  for (const Agency& agency : agencies) {
    known.check_reference(agency, agency.parent, agency.parent_mark, diagnostics);
    for (std::size_t i = 0; i < agency.succeeds.size(); ++i) {
      known.check_reference(agency, agency.succeeds[i], agency.succeeds_marks[i], diagnostics);
    }
    // A cycle is said once, at the first of its agencies.
    const std::string cycle = said.count(agency.id) ? "" : known.cycle_from(agency);
    if (!cycle.empty()) {
      for (const Agency* at = known.find(agency.parent); at && said.insert(at->id).second;) {
        at = known.find(at->parent);
      }
      diagnostics.add(codes::parent_cycle, {agency.file(), agency.parent_mark, 0}, {cycle});
    }
  }
}

}  // namespace gongkai
