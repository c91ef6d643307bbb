#include "diagnostics/sarif.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "diagnostics/fingerprint.h"
#include "diagnostics/percent.h"
#include "diagnostics/wording_text.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

const char* level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "note";
  }
  return "none";
}

Json location(const RunRecord& run, const Position& position, SourceLines& sources) {
  const std::string folder = run.folder.empty() ? "" : run.folder + "/";
  Json physical = {{"artifactLocation", {{"uri", percent_encoded(folder + position.file)}}}};
  const SourceLines::Place place = sources.place(position);
  if (place.line > 0) {
    physical["region"] = {{"startLine", place.line}, {"startColumn", place.column}};
    if (place.end_column > 0) physical["region"]["endColumn"] = place.end_column;
  }
  return {{"physicalLocation", std::move(physical)}};
}

/// The rules that the results name, by id.
class Rules {
 public:
  Rules(const RunRecord& run) : run_(run) {
    std::map<std::string_view, const Diagnostic*> used;
    for (const Diagnostic& d : run.diagnostics->items()) used.try_emplace(d.code(), &d);
    for (const auto& [id, example] : used) {
      index_.emplace(id, list_.size());
      list_.push_back(describe(*example));
    }
  }
  std::size_t index(const Diagnostic& d) const { return index_.find(d.code())->second; }
  Json list() const { return list_; }

 private:
  Json describe(const Diagnostic& d) const {
    const auto rule = std::find_if(run_.rules.begin(), run_.rules.end(),
                                   [&](const RuleWords& r) { return r.id == d.rule; });
    Json described = {{"id", d.code()},
                      {"shortDescription",
                       {{"text", rule == run_.rules.end()
                                     ? message_pattern(*d.wording, run_.language)
                                     : rule->text}}},
                      {"defaultConfiguration", {{"level", level(d.wording->severity)}}}};
    const std::string mend = help_pattern(*d.wording, run_.language);
    if (!mend.empty()) described["help"] = {{"text", mend}};
    return described;
  }

  const RunRecord& run_;
  std::map<std::string_view, std::size_t> index_;
  Json list_ = Json::array();
};

Json result(const RunRecord& run, const Diagnostic& d, const Rules& rules,
            const std::string& fingerprint, SourceLines& sources) {
  std::string text = message(d, run.language);
  Json related = Json::array();
  for (const Note& note : d.notes) {
    const std::string words = message(note, run.language);
    if (note.position.file.empty()) {
      text += "\n" + words;
      continue;
    }
    Json place = location(run, note.position, sources);
    place["message"] = {{"text", words}};
    related.push_back(std::move(place));
  }
  if (const std::string mend = help(d, run.language); !mend.empty()) text += "\n" + mend;
  Json result = {{"ruleId", d.code()},
                 {"ruleIndex", rules.index(d)},
                 {"level", level(d.severity)},
                 {"message", {{"text", text}}}};
  if (!d.position.file.empty()) {
    result["locations"] = Json::array({location(run, d.position, sources)});
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  // Code scanning on GitHub looks for the first name, other readers for one of the tool's own.
  result["partialFingerprints"] = {{"primaryLocationLineHash", fingerprint},
                                   {"gongkai/v1", fingerprint}};
  if (!d.subject.empty()) result["properties"] = {{"subject", d.subject}};
  return result;
}

}  // namespace

std::string write_sarif(const RunRecord& run, SourceLines& sources) {
  const Rules rules(run);
  const std::vector<std::string> prints = fingerprints(*run.diagnostics, sources);
  Json results = Json::array();
  for (std::size_t i = 0; i < prints.size(); ++i) {
    results.push_back(result(run, run.diagnostics->items()[i], rules, prints[i], sources));
  }
  const Json driver = {{"name", "gongkai"},
                       {"version", run.version},
                       {"language", run.language == Language::zh ? "zh-CN" : "en"},
                       {"rules", rules.list()}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                           {"columnKind", "unicodeCodePoints"},
                                           {"results", std::move(results)}}})}};
  // Broken bytes of a file can stand in a message about them.
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gongkai
