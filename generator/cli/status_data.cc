#include "cli/status_data.h"

#include <fmt/format.h>

#include <array>

namespace gongkai {
namespace {

std::string_view state_name(DutyState state) {
  switch (state) {
    case DutyState::awaited: return "awaited";
    case DutyState::missing: return "missing";
    case DutyState::on_time: return "on_time";
    case DutyState::late: return "late";
    case DutyState::published: return "published";
    case DutyState::date_unknown: return "date_unknown";
    case DutyState::scheduled: return "scheduled";
    case DutyState::draft: return "draft";
    case DutyState::withdrawn: return "withdrawn";
    case DutyState::left_out: return "left_out";
  }
  return {};
}

// The values of one agency under machine_names, as both machine formats write them; empty where
// there is none.
constexpr std::array machine_names = {"agency",   "name",  "kind",      "owed",
                                      "due",      "state", "received",  "errors",
                                      "warnings", "ready", "published", "published_on",
                                      "days_late"};

struct MachineValue {
  std::string text;
  bool quoted = false;  ///< a text in JSON, rather than a number or a truth value
};

std::vector<MachineValue> machine_values(const AgencyStatus& agency, const Settings& settings) {
  const Duty& duty = agency.duty;
  const auto truth = [](bool value) { return MachineValue{value ? "true" : "false"}; };
  const auto text = [](std::string value) { return MachineValue{std::move(value), true}; };
  const bool dated = duty.report && duty.report->published;
  const bool has_days = duty.due && duty.state != DutyState::date_unknown;
  return {text(duty.agency->id),
          text(duty.agency->name),
          text(settings.kinds[static_cast<std::size_t>(duty.agency->kind)].id),
          truth(duty.owed),
          text(duty.due ? duty.due->str() : ""),
          text(std::string(state_name(duty.state))),
          truth(agency.received),
          {std::to_string(agency.errors)},
          {std::to_string(agency.warnings)},
          truth(agency.ready),
          truth(agency.published),
          text(dated ? duty.report->published->date.str() : ""),
          {has_days ? std::to_string(duty.days_late) : ""}};
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A text that a spreadsheet would take for a formula is made one that it does not.
std::string csv_field(std::string text, bool is_text) {
  if (is_text && text.find_first_of("=+-@\t\r") == 0) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string status_json(const YearStatus& status, const Settings& settings) {
  std::string out = fmt::format("{{\n  \"year\": {},\n  \"today\": \"{}\",\n  \"agencies\": [",
                                status.year, status.today.str());
  const char* separator = "\n";
  for (const AgencyStatus& agency : status.agencies) {
    const std::vector<MachineValue> values = machine_values(agency, settings);
    out += fmt::format("{}    {{", separator);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const MachineValue& value = values[i];
      out += fmt::format("{}\"{}\": {}", i == 0 ? "" : ", ", machine_names[i],
                         value.text.empty() ? "null"
                         : value.quoted     ? json_string(value.text)
                                            : value.text);
    }
    out += "}";
    separator = ",\n";
  }
  const StatusSums sums = status.sums();
  return out + fmt::format("\n  ],\n  \"sums\": {{\"owed\": {}, \"received\": {}, \"failing\": {}, "
                           "\"ready\": {}, \"published\": {}, \"overdue\": {}}}\n}}\n",
                           sums.owed, sums.received, sums.failing, sums.ready, sums.published,
                           sums.overdue);
}

std::string status_csv(const YearStatus& status, const Settings& settings) {
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < machine_names.size(); ++i) {
    out += fmt::format("{}{}", i == 0 ? "" : ",", machine_names[i]);
  }
  out += "\r\n";
  for (const AgencyStatus& agency : status.agencies) {
    const std::vector<MachineValue> values = machine_values(agency, settings);
    for (std::size_t i = 0; i < values.size(); ++i) {
      out += (i == 0 ? "" : ",") + csv_field(values[i].text, values[i].quoted);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace gongkai
