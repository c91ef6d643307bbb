#include "texts/identity_number.h"

#include <algorithm>
#include <array>
#include <optional>

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"
#include "model/date.h"
#include "texts/digit_groups.h"
#include "texts/passage.h"

namespace gongkai {
namespace {

constexpr std::size_t number_length = 18;

// GB/T 2260: the first two digits of a region.
constexpr std::array provinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                  35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                  53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};

bool has_checksum(std::string_view number) {
  constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (number[i] - '0');
  return number.back() == "10X98765432"[sum % 11];
}

struct Found {
  std::string number;
  std::size_t begin, end;
};

std::optional<Found> number_in(const DigitRun& run, std::size_t group, std::size_t count) {
  if (group + count > run.groups.size()) return {};
  constexpr std::array<std::size_t, 3> lengths = {6, 8, 4};
  std::string number;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& digits = run.groups[group + i].digits;
    if (digits.size() != (count == 1 ? number_length : lengths[i])) return {};
    number += digits;
  }
  return Found{std::move(number), run.groups[group].begin, run.groups[group + count - 1].end};
}

bool is_word_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool stands_alone(std::string_view text, const Found& found) {
  return (found.begin == 0 || !is_word_character(text[found.begin - 1])) &&
         (found.end == text.size() || !is_word_character(text[found.end]));
}

}  // namespace

bool is_identity_number(std::string_view number, int last_year) {
  if (number.size() != number_length) return false;
  if (!std::all_of(number.begin(), number.end() - 1,
                   [](char c) { return c >= '0' && c <= '9'; })) {
    return false;
  }
  const int province = (number[0] - '0') * 10 + (number[1] - '0');
  if (!std::binary_search(provinces.begin(), provinces.end(), province)) return false;
  const std::string birth = std::string(number.substr(6, 4)) + "-" +
                            std::string(number.substr(10, 2)) + "-" +
                            std::string(number.substr(12, 2));
  const auto day = Date::parse(birth);
  return day && day->year >= 1900 && day->year <= last_year && has_checksum(number);
}

void check_identity_numbers(const Settings& settings, const Report& report,
                            Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("identity_number"), settings);
  if (severity == RuleSeverity::off) return;
  // A report is written in the year after its own.
  const int last_year = report.year + 1;
  for (const Narrative& narrative : report.narratives) {
    for (const DigitRun& run : digit_runs(narrative.text, number_length - 1)) {
      for (std::size_t group = 0; group < run.groups.size(); ++group) {
        for (const std::size_t count : {1, 3}) {
          const auto found = number_in(run, group, count);
          if (!found || !is_identity_number(found->number, last_year) ||
              !stands_alone(narrative.text, *found)) {
            continue;
          }
          std::string masked = found->number;
          masked.replace(6, 8, "********");
          add_unless_confirmed(report, narrative, found->begin, found->end - found->begin,
                               codes::identity_number, severity, {std::move(masked)}, diagnostics);
        }
      }
    }
  }
}

}  // namespace gongkai
