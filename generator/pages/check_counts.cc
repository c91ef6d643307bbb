#include "pages/check_counts.h"

#include "pages/phrases.h"

namespace gongkai {

View::List make_outcomes(const Words& words) {
  View::List outcomes;
  for (Outcome outcome : {Outcome::passed, Outcome::failed, Outcome::explained, Outcome::known,
                          Outcome::computed, Outcome::not_assessed, Outcome::not_applicable}) {
    outcomes.push_back(outcome_text(words, outcome));
  }
  return outcomes;
}

View::List make_counts(const OutcomeCounts& counts) {
  View::List cells;
  for (int count : {counts.passed, counts.failed, counts.explained, counts.known, counts.computed,
                    counts.not_assessed, counts.not_applicable}) {
    cells.push_back(std::to_string(count));
  }
  return cells;
}

}  // namespace gongkai
