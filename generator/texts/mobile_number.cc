#include "texts/mobile_number.h"

#include <algorithm>
#include <array>
#include <optional>

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"
#include "texts/digit_groups.h"
#include "texts/passage.h"

namespace gongkai {
namespace {

constexpr std::size_t number_length = 11;

bool is_mobile(std::string_view number) {
  return number.size() == number_length && number[0] == '1' && number[1] >= '3';
}

std::string_view without_country(std::string_view digits) {
  if (digits.size() == number_length + 2 && digits.starts_with("86")) digits.remove_prefix(2);
  if (digits.size() == number_length + 4 && digits.starts_with("0086")) digits.remove_prefix(4);
  return digits;
}

struct Found {
  std::string number;
  std::size_t begin, end;
};

// Whether the run goes on beside the groups in the same way, so that they are part of something
// longer. A country code before them is not.
bool goes_on(const DigitRun& run, std::size_t first, std::size_t last, char joint) {
  if (last + 1 < run.groups.size() && run.joints[last] == joint) return true;
  if (first == 0 || run.joints[first - 1] != joint) return false;
  const std::string& before = run.groups[first - 1].digits;
  return before != "86" && before != "0086";
}

std::optional<Found> whole_number(const DigitRun& run, std::size_t group) {
  const DigitGroup& it = run.groups[group];
  const std::string number(without_country(it.digits));
  if (!is_mobile(number) || goes_on(run, group, group, '-')) return {};
  return Found{number, it.begin, it.end};
}

std::optional<Found> grouped_number(const DigitRun& run, std::size_t group) {
  constexpr std::array<std::size_t, 3> lengths = {3, 4, 4};
  const std::size_t last = group + lengths.size() - 1;
  if (last >= run.groups.size() || run.joints[group] != run.joints[group + 1]) return {};
  std::string number;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (run.groups[group + i].digits.size() != lengths[i]) return {};
    number += run.groups[group + i].digits;
  }
  if (!is_mobile(number) || goes_on(run, group, last, run.joints[group])) return {};
  return Found{std::move(number), run.groups[group].begin, run.groups[last].end};
}

// What makes digits part of an amount, an address or a file name.
bool stands_alone(std::string_view text, const Found& found) {
  const std::string_view before = text.substr(0, found.begin), after = text.substr(found.end);
  if (!before.empty()) {
    const char c = before.back();
    const bool word = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (word || std::string_view("_/=.,%&#?~$").find(c) != std::string_view::npos) return false;
    if (before.ends_with("¥") || before.ends_with("￥")) return false;
  }
  if (after.empty()) return true;
  const char c = after[0];
  if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '%') return false;
  if ((c == '.' || c == ',') && after.size() > 1 && after[1] > ' ' && after[1] < '\x7F') {
    return false;
  }
  const std::string_view next = after.substr(std::min(after.find_first_not_of(' '), after.size()));
  constexpr std::array<std::string_view, 14> units = {"元", "万", "亿", "件", "条", "次",  "个",
                                                     "人", "份", "项", "户", "字", "号", "％"};
  return std::none_of(units.begin(), units.end(),
                      [&](std::string_view unit) { return next.starts_with(unit); });
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

}  // namespace

void check_mobile_numbers(const Settings& settings, const Report& report,
                          Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("mobile_number"), settings);
  if (severity == RuleSeverity::off) return;
  for (const Narrative& narrative : report.narratives) {
    for (const DigitRun& run : digit_runs(narrative.text, number_length)) {
      for (std::size_t group = 0; group < run.groups.size(); ++group) {
        auto found = whole_number(run, group);
        if (!found) found = grouped_number(run, group);
        if (!found || !stands_alone(narrative.text, *found) ||
            digits_of(settings.publisher.phone).find(found->number) != std::string::npos) {
          continue;
        }
        std::string masked = found->number;
        masked.replace(3, 4, "****");
        add_unless_confirmed(report, narrative, found->begin, found->end - found->begin,
                             codes::mobile_number, severity, {std::move(masked)}, diagnostics);
      }
    }
  }
}

}  // namespace gongkai
