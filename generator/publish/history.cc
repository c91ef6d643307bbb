#include "publish/history.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "diagnostics/codes/publish.h"
#include "publish/files.h"

namespace gongkai {
namespace {

using Json = nlohmann::json;

std::optional<History> parse(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("published") || !json["published"].is_object()) {
    return std::nullopt;
  }
  History history;
  for (const auto& [address, day] : json["published"].items()) {
    const std::optional<Date> date =
        day.is_string() ? Date::parse(day.get_ref<const std::string&>()) : std::nullopt;
    if (!date) return std::nullopt;
    history[address] = *date;
  }
  return history;
}

std::string text_of(const History& history) {
  std::string text = "{\"published\": {\n";
  std::size_t left = history.size();
  for (const auto& [address, date] : history) {
    text += fmt::format("{}: \"{}\"{}\n", Json(address).dump(), date.str(), --left == 0 ? "" : ",");
  }
  return text + "}}\n";
}

}  // namespace

std::optional<History> read_history(const std::filesystem::path& file, Diagnostics& diagnostics) {
  const std::optional<std::string> text = files::read(file);
  std::error_code error;
  if (!text && !std::filesystem::exists(file, error)) return History{};
  std::optional<History> history = text ? parse(*text) : std::nullopt;
  if (!history) {
    const std::string name = file.filename().string();
    diagnostics.add(codes::history_broken, {name, {}, 0}, {name});
  }
  return history;
}

void update_history(const std::filesystem::path& file, History history,
                    std::span<const std::string> reports, Date today) {
  const std::size_t before = history.size();
  for (const std::string& report : reports) history.emplace(report, today);
  if (history.size() != before) files::replace(file, text_of(history));
}

}  // namespace gongkai
