#include "check/duties.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <span>

#include "check/finding.h"
#include "diagnostics/codes/duties.h"
#include "model/builtin_checks.h"
#include "model/obligations.h"

namespace gongkai {
namespace {

// More than these of one year are told in one hint.
constexpr std::size_t most_single_hints = 3;

class DutyChecks {
 public:
  DutyChecks(const Catalog& catalog, Diagnostics& diagnostics)
      : catalog_(catalog),
        diagnostics_(diagnostics),
        late_(severity_of(*builtin_check("late"), catalog.settings)),
        missing_(severity_of(*builtin_check("missing"), catalog.settings)) {}

  void run() {
    if (late_ == RuleSeverity::off && missing_ == RuleSeverity::off) return;
    std::map<const Agency*, std::vector<Duty>> missing_by_agency;
    for (int year : duty_years(catalog_)) {
      std::vector<Duty> late, missing;
      for (const Duty& duty : duties_in(catalog_, year)) {
        if (duty.state == DutyState::late) late.push_back(duty);
        if (duty.state == DutyState::missing) missing.push_back(duty);
      }
      if (late_ != RuleSeverity::off) say_late(late);
      if (missing_ == RuleSeverity::off) continue;
      if (missing.size() > most_single_hints) {
        Diagnostic diagnostic = missing_hint(missing.front());
        add_names(diagnostic, notes::more_missing, missing);
        diagnostics_.add(std::move(diagnostic));
      } else {
        for (const Duty& duty : missing) missing_by_agency[duty.agency].push_back(duty);
      }
    }
    for (const auto& [agency, duties] : missing_by_agency) say_missing(duties);
  }

 private:
  void say_late(const std::vector<Duty>& duties) {
    const bool together = duties.size() > most_single_hints;
    for (const Duty& duty : duties) {
      const Report& report = *duty.report;
      Diagnostic diagnostic = hint(codes::late, report.at(report.published_mark), late_, duty,
                                   {duty.agency->name, std::to_string(duty.year),
                                    report.published->date.str(), duty.due->str(),
                                    std::to_string(duty.days_late)});
      if (together) add_names(diagnostic, notes::more_late, duties);
      diagnostics_.add(std::move(diagnostic));
      if (together) return;
    }
  }

  // The years that one agency misses, newest first.
  void say_missing(const std::vector<Duty>& duties) {
    Diagnostic diagnostic = missing_hint(duties.front());
    std::vector<std::string> years;
    for (const Duty& duty : std::span(duties).subspan(1)) {
      years.push_back(std::to_string(duty.year));
    }
    if (!years.empty()) {
      diagnostic.notes.push_back({&notes::other_years_missing, {}, {joined(years)}});
    }
    diagnostics_.add(std::move(diagnostic));
  }

  Diagnostic missing_hint(const Duty& duty) const {
    return hint(codes::missing, {duty.agency->file(), duty.agency->reports_mark, 0}, missing_, duty,
                {duty.agency->name, std::to_string(duty.year), duty.due->str(),
                 std::to_string(duty.days_late)});
  }

  static Diagnostic hint(const Wording& wording, Position position, RuleSeverity severity,
                         const Duty& duty, std::vector<std::string> arguments) {
    Diagnostic diagnostic{&wording, std::move(position), std::move(arguments), {}, {}};
    diagnostic.severity = to_severity(severity);
    diagnostic.subject = fmt::format("{}/{}", duty.agency->id, duty.year);
    return diagnostic;
  }

  // All but the first, which the hint itself names.
  void add_names(Diagnostic& diagnostic, const NoteWording& wording,
                 const std::vector<Duty>& duties) const {
    std::vector<std::string> names;
    for (const Duty& duty : std::span(duties).subspan(1)) {
      names.push_back(duty.agency->short_name);
    }
    diagnostic.notes.push_back({&wording,
                                {},
                                {std::to_string(duties.front().year), std::to_string(names.size()),
                                 joined(names)}});
  }

  std::string joined(const std::vector<std::string>& words) const {
    return fmt::format("{}", fmt::join(words, catalog_.settings.chinese() ? "、" : ", "));
  }

  const Catalog& catalog_;
  Diagnostics& diagnostics_;
  RuleSeverity late_, missing_;
};

}  // namespace

void check_duties(const Catalog& catalog, Diagnostics& diagnostics) {
  DutyChecks(catalog, diagnostics).run();
}

}  // namespace gongkai
