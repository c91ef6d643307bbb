#include "load/time_zone.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

namespace gongkai {
namespace {

std::int64_t big_endian(std::string_view bytes) {
  std::int64_t value = static_cast<signed char>(bytes[0]);
  for (char c : bytes.substr(1)) value = value * 256 + static_cast<unsigned char>(c);
  return value;
}

std::optional<std::int64_t> parse_offset(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
  if (!digit(1) || !digit(2) || !digit(4) || !digit(5)) return {};
  const int hours = (text[1] - '0') * 10 + (text[2] - '0');
  const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
  if (hours > 14 || minutes > 59) return {};
  const std::int64_t seconds = hours * 3600 + minutes * 60;
  return text[0] == '-' ? -seconds : seconds;
}

// The second block of a TZif file, which has 64-bit moments: counts at fixed places of the header,
// then moments of change, their kinds, and the kinds themselves (six bytes, offset first).
std::optional<std::int64_t> offset_in_file(std::string_view file, std::int64_t moment) {
  constexpr std::size_t header = 44;
  struct Counts {
    std::size_t ut, standard, leaps, times, types, characters;
  };
  const auto read_counts = [&](std::size_t at) -> std::optional<Counts> {
    if (file.size() < at + header || file.substr(at, 4) != "TZif") return {};
    const auto count = [&](std::size_t i) {
      return static_cast<std::size_t>(big_endian(file.substr(at + 20 + 4 * i, 4)));
    };
    return Counts{count(0), count(1), count(2), count(3), count(4), count(5)};
  };
  const auto first = read_counts(0);
  if (!first) return {};
  const std::size_t second = header + first->times * 5 + first->types * 6 + first->characters +
                             first->leaps * 8 + first->standard + first->ut;
  const auto counts = read_counts(second);
  const std::size_t times = second + header;
  if (!counts || counts->types == 0 ||
      file.size() < times + counts->times * 9 + counts->types * 6) {
    return {};
  }
  std::size_t kind = 0;
  for (std::size_t i = 0; i < counts->times; ++i) {
    if (big_endian(file.substr(times + 8 * i, 8)) > moment) break;
    kind = static_cast<unsigned char>(file[times + 8 * counts->times + i]);
  }
  const std::size_t types = times + counts->times * 9;
  if (kind >= counts->types) return {};
  return big_endian(file.substr(types + 6 * kind, 4));
}

std::optional<std::int64_t> offset_of(const std::string& zone, std::int64_t moment) {
  if (const auto offset = parse_offset(zone)) return offset;
  if (zone.empty() || zone[0] == '/' || zone.find("..") != std::string::npos) return {};
  const char* folder = std::getenv("TZDIR");
  const std::string path = std::string(folder ? folder : "/usr/share/zoneinfo") + "/" + zone;
  std::error_code error;
  std::string file;
  if (std::filesystem::is_regular_file(path, error)) {
    std::ifstream in(path, std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), {});
  }
  if (const auto offset = offset_in_file(file, moment)) return offset;
  // The two that must work on a machine without time zone files; neither ever changes its clocks.
  if (zone == "Asia/Shanghai") return 8 * 3600;
  if (zone == "UTC") return 0;
  return {};
}

}  // namespace

std::optional<Date> day_in_zone(std::int64_t moment, const std::string& zone) {
  const auto offset = offset_of(zone, moment);
  if (!offset) return {};
  const std::chrono::sys_seconds local{std::chrono::seconds(moment + *offset)};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(local)};
  return Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
              static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace gongkai
