// How much processor time each part of `gongkai check` takes for one report.
//
//     check_bench <site folder>...
//
// Loads each site and runs every stage on it alone and on one thread, three times; prints the
// smallest time per report in microseconds. Given sites of growing size it shows whether a stage
// costs more per report when there are more of them.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>

#include "check/check.h"
#include "load/catalog.h"
#include "texts/copies.h"
#include "texts/text_numbers.h"
#include "texts/texts.h"

namespace {

using namespace gongkai;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double microseconds_each(std::size_t count, int times, const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < times; ++i) {
    const double start = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - start);
  }
  return 1e6 * best / static_cast<double>(count);
}

void measure(const std::string& folder) {
  Diagnostics mistakes;
  std::shared_ptr<const Catalog> catalog;
  const double started = processor_seconds();
  catalog = load_catalog({folder}, {1, Date::parse("2025-06-30")}, mistakes);
  const double loading = processor_seconds() - started;
  if (!catalog || mistakes.has_errors() || catalog->reports.empty()) {
    fmt::print(stderr, "{}: cannot be loaded\n", folder);
    std::exit(1);
  }
  const std::size_t count = catalog->reports.size();
  std::size_t findings = 0;
  const double rules = microseconds_each(count, 3, [&] {
    findings = 0;
    for (const Report& report : catalog->reports) findings += evaluate(*catalog, report).size();
  });
  const NumberVocabularies vocabularies(*catalog);
  const double texts = microseconds_each(count, 3, [&] {
    for (const Report& report : catalog->reports) {
      Diagnostics found;
      check_texts(*catalog, vocabularies, report, found);
    }
  });
  const double copies = microseconds_each(count, 3, [&] {
    Diagnostics found;
    check_copies(*catalog, 1, found);
  });
  const double all = microseconds_each(count, 3, [&] {
    check(*catalog, 1);
    check_across_reports(*catalog, 1);
  });
  fmt::print("{:>8} {:>9.1f} {:>9.1f} {:>9.1f} {:>9.1f} {:>9.1f}   {}\n", count,
             1e6 * loading / static_cast<double>(count), rules, texts, copies, all, findings / count);
}

}  // namespace

int main(int argc, char** argv) {
  fmt::print("microseconds of processor time for one report\n"
             "{:>8} {:>9} {:>9} {:>9} {:>9} {:>9}   rules each\n",
             "reports", "load", "rules", "texts", "copies", "check");
  for (int i = 1; i < argc; ++i) measure(argv[i]);
}
