#pragma once

#include "check/check.h"
#include "compare/library.h"
#include "model/words.h"
#include "pages/routes.h"

namespace gongkai {

/// What every page is made from: constant values, shared by all threads.
struct PageContext {
  const Library& library;
  const Routes& routes;
  const Words& words;
  const CheckResult& checks;

  const Settings& settings() const { return library.catalog().settings; }
};

}  // namespace gongkai
