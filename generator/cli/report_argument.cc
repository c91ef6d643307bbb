#include "cli/report_argument.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

/// `AGENCY/YEAR/ADDRESS` cut at its first two slashes.
struct Written {
  std::string agency, year, address;
};

Written cut(const std::string& text) {
  Written written;
  const std::size_t first = text.find('/');
  written.agency = text.substr(0, first);
  if (first == std::string::npos) return written;
  const std::size_t second = text.find('/', first + 1);
  if (second == std::string::npos) {
    written.year = text.substr(first + 1);
  } else {
    written.year = text.substr(first + 1, second - first - 1);
    written.address = text.substr(second + 1);
  }
  return written;
}

/// The agencies that a word may mean: one by its id, or all that bear it as a name or had it as an
/// id.
std::vector<const Agency*> agencies_called(const Catalog& catalog, const std::string& word) {
  if (const Agency* by_id = catalog.agency(word)) return {by_id};
  std::vector<const Agency*> found;
  for (const Agency& agency : catalog.agencies) {
    const auto& former = agency.former_ids;
    if (agency.name == word || agency.short_name == word ||
        std::find(former.begin(), former.end(), word) != former.end()) {
      found.push_back(&agency);
    }
  }
  return found;
}

/// The agency whose id or name is nearest to the word; null where none is near.
const Agency* nearest_agency(const Catalog& catalog, const std::string& word) {
  std::vector<std::string> known;
  for (const Agency& agency : catalog.agencies) {
    known.insert(known.end(), {agency.id, agency.name, agency.short_name});
  }
  const auto near = nearest(word, known);
  return near ? agencies_called(catalog, *near).front() : nullptr;
}

void complain_of_shape(const std::string& text, ArgumentShape shape, const Console& console) {
  const bool with_address = shape == ArgumentShape::agency_year_address;
  console.complain(
      fmt::format(fmt::runtime(console.words("gongkai: {} is not written as {}, such as {}",
                                             "gongkai：{} 的写法不对，应为 {}，例如 {}")),
                  text,
                  with_address ? console.words("AGENCY/YEAR/ADDRESS", "机关/年份/数据项")
                               : console.words("AGENCY/YEAR", "机关/年份"),
                  with_address ? "huangzhong/2024/requests.new.total" : "huangzhong/2024"));
}

void complain_of_agency(const Catalog& catalog, const std::string& word, const Console& console) {
  std::string line = fmt::format(
      fmt::runtime(console.words("gongkai: there is no agency {}", "gongkai：没有机关 {}")), word);
  if (const Agency* near = nearest_agency(catalog, word)) {
    line +=
        fmt::format(fmt::runtime(console.words("; did you mean {} ({})?", "；是不是 {}（{}）？")),
                    near->id, near->name);
  }
  console.complain(line);
}

void complain_of_several(const std::vector<const Agency*>& agencies, const std::string& word,
                         const Console& console) {
  std::vector<std::string> ids;
  for (const Agency* agency : agencies) ids.push_back(agency->id);
  console.complain(fmt::format(
      fmt::runtime(console.words("gongkai: several agencies are called {}; write one of {}",
                                 "gongkai：名为 {} 的机关不止一个，请写 {} 之一")),
      word, fmt::join(ids, console.words(", ", "、"))));
}

}  // namespace

std::optional<int> read_year(const std::string& text) {
  int year = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, year);
  if (text.size() != 4 || error != std::errc() || stop != end || year < 1000) return {};
  return year;
}

const Agency* find_agency(const Catalog& catalog, const std::string& word, const Console& console) {
  const std::vector<const Agency*> agencies = agencies_called(catalog, word);
  if (agencies.size() == 1) return agencies.front();
  if (agencies.empty()) {
    complain_of_agency(catalog, word, console);
  } else {
    complain_of_several(agencies, word, console);
  }
  return nullptr;
}

std::optional<ReportArgument> read_report_argument(const Catalog& catalog, const std::string& text,
                                                   ArgumentShape shape, const Console& console) {
  const Written written = cut(text);
  const std::optional<int> year = read_year(written.year);
  const bool wants_address = shape == ArgumentShape::agency_year_address;
  if (written.agency.empty() || !year || written.address.empty() == wants_address) {
    complain_of_shape(text, shape, console);
    return {};
  }
  const Agency* agency = find_agency(catalog, written.agency, console);
  if (!agency) return {};
  return ReportArgument{agency, *year, catalog.report(*agency, *year), written.address};
}

int complain_of_no_report(const ReportArgument& asked, const Console& console) {
  console.complain(fmt::format(
      fmt::runtime(console.words(
          "gongkai: there is no report of {} for {} that can be read; gongkai check tells more",
          "gongkai：{}没有可以读取的 {} 年度报告；详见 gongkai check")),
      asked.agency->name, asked.year));
  return exit_content_has_errors;
}

}  // namespace gongkai
