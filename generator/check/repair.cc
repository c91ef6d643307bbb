#include "check/repair.h"

#include <algorithm>
#include <map>
#include <optional>

#include "check/repair_search.h"

namespace gongkai {
namespace {

using Candidates = std::vector<const Candidate*>;

bool is_slip(const Candidate& candidate) { return candidate.repair.kind != RepairKind::figure; }

// What explains more failed rules, these among them, is the likelier cause of all of them.
bool explains_more(const Candidate& a, const Candidate& b) {
  return a.mended.size() > b.mended.size() &&
         std::includes(a.mended.begin(), a.mended.end(), b.mended.begin(), b.mended.end());
}

Candidates mending(std::uint32_t equation, const std::vector<Candidate>& all) {
  Candidates found;
  for (const Candidate& one : all) {
    if (std::binary_search(one.mended.begin(), one.mended.end(), equation)) found.push_back(&one);
  }
  Candidates best;
  std::copy_if(found.begin(), found.end(), std::back_inserter(best), [&](const Candidate* one) {
    return std::none_of(found.begin(), found.end(),
                        [&](const Candidate* other) { return explains_more(*other, *one); });
  });
  return best;
}

bool are_few(const Candidates& candidates) {
  return !candidates.empty() && candidates.size() <= most_repairs;
}

// Of too many, those that a slip of the keyboard explains; else those that the other rules (the
// year before above all) favour. Nothing where too many are left.
Candidates likely(const Candidates& candidates) {
  Candidates slips;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(slips),
               [](const Candidate* one) { return is_slip(*one); });
  if (are_few(slips)) return slips;
  const Candidates& among = slips.empty() ? candidates : slips;
  int best = among.front()->advice;
  for (const Candidate* one : among) best = std::max(best, one->advice);
  Candidates favoured;
  std::copy_if(among.begin(), among.end(), std::back_inserter(favoured),
               [&](const Candidate* one) { return one->advice == best; });
  return are_few(favoured) ? favoured : Candidates();
}

class Chooser {
 public:
  explicit Chooser(const Equations& equations)
      : equations_(equations), slips_(single_changes(equations)) {
    for (Candidate& one : exchanges(equations)) slips_.push_back(std::move(one));
  }

  std::vector<Repair> choose(std::uint32_t equation) {
    Candidates chosen = mending(equation, slips_);
    if (chosen.empty()) {
      chosen = few(mending(equation, found(partings_, partings)));
      if (chosen.empty()) chosen = few(mending(equation, found(moves_, moves)));
    } else if (chosen.size() > most_repairs) {
      const Candidates parted = mending(equation, found(partings_, partings));
      chosen.insert(chosen.end(), parted.begin(), parted.end());
      chosen = likely(chosen);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate* a, const Candidate* b) {
      return std::pair(a->advice, is_slip(*a)) > std::pair(b->advice, is_slip(*b));
    });
    std::vector<Repair> repairs;
    for (const Candidate* one : chosen) repairs.push_back(one->repair);
    return repairs;
  }

 private:
  using Found = std::optional<std::vector<Candidate>>;

  static Candidates few(Candidates candidates) {
    return are_few(candidates) ? candidates : Candidates();
  }

  const std::vector<Candidate>& found(Found& list,
                                      std::vector<Candidate> (*search)(const Equations&)) {
    if (!list) list = search(equations_);
    return *list;
  }

  const Equations& equations_;
  std::vector<Candidate> slips_;  // of one figure, or of two in each other's cell
  Found partings_, moves_;        // looked for only where those explain nothing
};

bool same_changes(const std::vector<Repair>& a, const std::vector<Repair>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Repair& x, const Repair& y) { return x.changes == y.changes; });
}

}  // namespace

std::vector<Cause> find_causes(std::span<const Finding> findings) {
  std::vector<Cause> causes;
  if (std::none_of(findings.begin(), findings.end(), is_repairable)) return causes;
  const Equations equations(findings);
  Chooser chooser(equations);
  for (std::uint32_t i = 0; i < equations.binding().size(); ++i) {
    if (!equations.is_broken(i)) continue;
    std::vector<Repair> repairs = chooser.choose(i);
    if (repairs.empty()) continue;
    const Finding* finding = equations.binding()[i].finding;
    const auto same = std::find_if(causes.begin(), causes.end(), [&](const Cause& cause) {
      return same_changes(cause.repairs, repairs);
    });
    if (same != causes.end()) {
      same->findings.push_back(finding);
    } else {
      causes.push_back({{finding}, std::move(repairs)});
    }
  }
  return causes;
}

}  // namespace gongkai
