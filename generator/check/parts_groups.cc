#include "check/parts_groups.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "check/check.h"

namespace gongkai {
namespace {

Decimal difference_of(const Finding& finding) { return finding.found - finding.expected; }

/// Which of the failed findings belong together: each points to another one of its group.
class Groups {
 public:
  explicit Groups(std::size_t count) : link_(count) { std::iota(link_.begin(), link_.end(), 0U); }

  std::size_t first(std::size_t i) const {
    while (link_[i] != i) i = link_[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t one = first(a), other = first(b);
    link_[std::max(one, other)] = std::min(one, other);
  }

 private:
  std::vector<std::size_t> link_;
};

// The cells of this report in a relation; a head stands for its leaves too.
std::vector<CellIndex> cells_of(const Form& form, const Relation& relation) {
  std::vector<CellIndex> cells;
  for (const LinearExpression* side : {&relation.left, &relation.right}) {
    for (const Term& term : side->terms) {
      if (term.previous) continue;
      cells.push_back(term.cell);
      const std::vector<CellIndex>& leaves = form.cells[term.cell].leaves;
      cells.insert(cells.end(), leaves.begin(), leaves.end());
    }
  }
  return cells;
}

bool is_sum(const Form& form, CellIndex cell) {
  return form.cells[cell].total || form.cells[cell].head;
}

bool is_broken(const Finding& finding, Decimal difference) {
  if (finding.outcome != Outcome::failed && finding.outcome != Outcome::explained &&
      finding.outcome != Outcome::known) {
    return false;
  }
  return difference_of(finding) == difference || difference_of(finding) == -difference;
}

bool holds_any(const std::vector<CellIndex>& cells, const std::vector<CellIndex>& wanted) {
  return std::any_of(cells.begin(), cells.end(), [&](CellIndex cell) {
    return std::find(wanted.begin(), wanted.end(), cell) != wanted.end();
  });
}

// The cells of the year before in a relation, as the earlier report's form has them.
std::vector<CellIndex> previous_cells(const Finding& finding) {
  std::vector<CellIndex> cells;
  if (!finding.previous) return cells;
  const Relation& relation = finding.instance->relation;
  for (const LinearExpression* side : {&relation.left, &relation.right}) {
    for (const Term& term : side->terms) {
      if (!term.previous) continue;
      cells.push_back(continued_cell(*finding.report->form, term.cell, *finding.previous->form));
    }
  }
  return cells;
}

}  // namespace

std::vector<PartsGroup> group_by_cause(const Form& form, const std::vector<Finding>& findings) {
  PartsGroup failed;
  for (const Finding& finding : findings) {
    if (finding.outcome == Outcome::failed) failed.push_back(&finding);
  }
  if (failed.empty()) return {};
  // Figures before sums, so that the first of a group is where people have to look.
  std::stable_partition(failed.begin(), failed.end(),
                        [&](const Finding* f) { return !is_sum(form, f->cell()); });
  std::map<CellIndex, std::size_t> index;
  for (std::size_t i = 0; i < failed.size(); ++i) index[failed[i]->cell()] = i;
  Groups groups(failed.size());
  for (const Rule& rule : form.rules) {
    for (const RuleInstance& instance : rule.instances) {
      std::vector<std::size_t> involved;
      for (CellIndex cell : cells_of(form, instance.relation)) {
        if (const auto found = index.find(cell); found != index.end()) {
          involved.push_back(found->second);
        }
      }
      for (std::size_t i = 0; i < involved.size(); ++i) {
        for (std::size_t k = i + 1; k < involved.size(); ++k) {
          const Finding &a = *failed[involved[i]], &b = *failed[involved[k]];
          const bool alike = difference_of(a) == difference_of(b) &&
                             a.instance->relation.comparator == b.instance->relation.comparator;
          if (alike) groups.join(involved[i], involved[k]);
        }
      }
    }
  }
  std::map<std::size_t, PartsGroup> by_first;
  for (std::size_t i = 0; i < failed.size(); ++i) by_first[groups.first(i)].push_back(failed[i]);
  std::vector<PartsGroup> result;
  for (auto& [first, group] : by_first) result.push_back(std::move(group));
  return result;
}

std::vector<Finding> broken_by(const Catalog& catalog, const Report& report,
                               const std::vector<CellIndex>& cells, Decimal difference) {
  std::vector<Finding> broken;
  for (const Finding& finding : evaluate(catalog, report)) {
    if (!is_broken(finding, difference)) continue;
    if (holds_any(cells_of(*report.form, finding.instance->relation), cells)) {
      broken.push_back(finding);
      break;
    }
  }
  const Report* next = catalog.report(*report.agency, report.year + 1);
  if (!next) return broken;
  for (const Finding& finding : evaluate(catalog, *next)) {
    if (is_broken(finding, difference) && holds_any(previous_cells(finding), cells)) {
      broken.push_back(finding);
      break;
    }
  }
  return broken;
}

}  // namespace gongkai
