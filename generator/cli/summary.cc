#include "cli/summary.h"

#include <fmt/format.h>

namespace gongkai {

std::string summary(const Session& session, const Console& console) {
  return summary(session.catalog.get(), session.checks.get(), session.diagnostics, console);
}

std::string summary(const Catalog* catalog, const CheckResult* checks,
                    const Diagnostics& diagnostics, const Console& console) {
  const OutcomeCounts counts = checks ? checks->counts() : OutcomeCounts();
  const std::size_t reports = catalog ? catalog->reports.size() : 0;
  const std::size_t hints = diagnostics.count(Severity::hint);
  const std::string line = fmt::format(
      fmt::runtime(console.words(
          "reports: {}; rules: {}, {} passed, {} failed, {} explained, {} known, {} computed, "
          "{} not assessed, {} not applicable; errors: {}, warnings: {}",
          "{} 份报告，{} 项校验：通过 {}，未通过 {}，有说明 {}，已知错误 {}，自动计算 {}，无法校验 "
          "{}，不适用 {}；错误 {}，警告 {}")),
      reports, counts.total(), counts.passed, counts.failed, counts.explained, counts.known,
      counts.computed, counts.not_assessed, counts.not_applicable,
      diagnostics.count(Severity::error), diagnostics.count(Severity::warning));
  if (hints == 0) return line;
  return line + fmt::format(fmt::runtime(console.words(", hints: {}", "，提示 {}")), hints);
}

std::string strict_remark(const Session& session, bool strict, const Console& console) {
  if (!strict || session.diagnostics.has_errors()) return {};
  const std::size_t warnings = session.diagnostics.count(Severity::warning);
  if (warnings == 0) return {};
  return console.words("--strict: warnings count as errors", "--strict：警告按错误处理");
}

}  // namespace gongkai
