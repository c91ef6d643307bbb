#pragma once

#include <vector>

#include "model/obligations.h"
#include "publish/manifest.h"
#include "session/session.h"

namespace gongkai {

/// Where one agency stands with its report of a year.
struct AgencyStatus {
  Duty duty;
  bool received = false;   ///< a report.yaml is there, whether it can be read or not
  int errors = 0;          ///< rules of severity error that it breaks, and other errors in its files
  int warnings = 0;        ///< the same of severity warning: to be looked at, or explained
  bool ready = false;      ///< nothing keeps the next build from publishing it on its day
  bool published = false;  ///< its day is reached, and it stands in public/
};

/// How many agencies.
struct StatusSums {
  int owed = 0, received = 0, failing = 0, ready = 0, published = 0, overdue = 0;
};

struct YearStatus {
  int year = 0;
  Date today;
  std::vector<AgencyStatus> agencies;  ///< by kind as site.yaml orders them, then by id

  StatusSums sums() const;
};

/// The agencies that owe a report of the year, or filed one. `session` must have a catalog;
/// `live` is the manifest of public/, empty where nothing was published yet.
YearStatus year_status(const Session& session, int year, const Manifest& live);

}  // namespace gongkai
