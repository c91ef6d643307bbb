#include "diagnostics/json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "diagnostics/fingerprint.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

void set_place(Json& into, const Position& position, SourceLines& sources) {
  if (position.file.empty()) return;
  into["file"] = position.file;
  const SourceLines::Place place = sources.place(position);
  if (place.line == 0) return;
  into["line"] = place.line;
  into["column"] = place.column;
  if (place.end_column > 0) into["end_column"] = place.end_column;
}

// `agency/year/cell` in parts, as far as it goes.
void set_subject(Json& into, const std::string& subject) {
  const std::size_t first = subject.find('/');
  if (first == std::string::npos) return;
  const std::size_t second = subject.find('/', first + 1);
  into["agency"] = subject.substr(0, first);
  into["year"] = std::stoi(subject.substr(first + 1));
  if (second != std::string::npos) into["cell"] = subject.substr(second + 1);
}

Json message_json(const RunRecord& run, const Diagnostic& d, const std::string& fingerprint,
                  SourceLines& sources) {
  Json json = {{"code", d.code()}, {"severity", severity_id(d.severity)}};
  set_subject(json, d.subject);
  set_place(json, d.position, sources);
  json["message"] = message(d, run.language);
  Json notes = Json::array();
  for (const Note& note : d.notes) {
    Json entry = {{"message", message(note, run.language)}};
    set_place(entry, note.position, sources);
    notes.push_back(std::move(entry));
  }
  json["notes"] = std::move(notes);
  json["help"] = help(d, run.language);
  json["fingerprint"] = fingerprint;
  return json;
}

Json finding_json(const ReportRecord& report, const FindingRecord& finding, SourceLines& sources) {
  Json json = {{"outcome", finding.outcome}, {"rule", finding.rule},
               {"severity", finding.severity}, {"agency", report.agency},
               {"year", report.year},        {"cell", finding.cell},
               {"label", finding.label}};
  set_place(json, finding.position, sources);
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  set("found", finding.found);
  set("expected", finding.expected);
  set("numbers", finding.numbers);
  set("explanation", finding.explanation);
  set("reason", finding.reason);
  set("reason_cell", finding.reason_cell);
  return json;
}

}  // namespace

std::string write_json(const RunRecord& run, SourceLines& sources) {
  const Diagnostics& all = *run.diagnostics;
  const std::vector<std::string> prints = fingerprints(all, sources);
  Json messages = Json::array(), findings = Json::array(), rules = Json::object();
  std::map<std::string, std::string> print_of;  // by code and cell
  for (std::size_t i = 0; i < prints.size(); ++i) {
    const Diagnostic& d = all.items()[i];
    messages.push_back(message_json(run, d, prints[i], sources));
    print_of.try_emplace(std::string(d.code()) + " " + d.subject, prints[i]);
  }
  for (const ReportRecord& report : run.reports) {
    const std::string subject = report.agency + "/" + std::to_string(report.year) + "/";
    for (const FindingRecord& finding : report.findings) {
      Json json = finding_json(report, finding, sources);
      const auto print = print_of.find(finding.rule + " " + subject + finding.told_at);
      if (finding.outcome == "failed" && print != print_of.end()) {
        json["fingerprint"] = print->second;
      }
      findings.push_back(std::move(json));
    }
  }
  for (const RuleWords& rule : run.rules) rules[rule.id] = rule.text;
  Json outcomes = Json::object();
  for (const auto& [outcome, count] : run.outcomes) outcomes[outcome] = count;
  const Json log = {{"format", "gongkai-check"},
                    {"version", 1},
                    {"gongkai", run.version},
                    {"language", run.language == Language::zh ? "zh" : "en"},
                    {"summary",
                     {{"reports", run.reports.size()},
                      {"rules", std::move(outcomes)},
                      {"errors", all.count(Severity::error)},
                      {"warnings", all.count(Severity::warning)},
                      {"hints", all.count(Severity::hint)}}},
                    {"messages", std::move(messages)},
                    {"findings", std::move(findings)},
                    {"rules", std::move(rules)}};
  // Broken bytes of a file can stand in a message about them.
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gongkai
