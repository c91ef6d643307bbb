#include "diagnostics/junit.h"

#include <fmt/format.h>

#include <map>

#include "diagnostics/utf8.h"
#include "diagnostics/wording_text.h"

namespace gongkai {
namespace {

// XML 1.0 knows no other control characters than these three.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    switch (c.value) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t': out += "&#9;"; break;
      case '\n': out += "&#10;"; break;
      case '\r': out += "&#13;"; break;
      default:
        append_utf8(out, c.value < 0x20 || c.value == 0xFFFE || c.value == 0xFFFF ? 0xFFFD
                                                                                 : c.value);
    }
  }
  return out;
}

struct Case {
  std::string text;      ///< what the rule or the code says
  std::string failures;  ///< lines of what fails the run
  std::string asides;    ///< lines of what does not
  std::string skipped;   ///< lines of what was not assessed
};

struct Suite {
  std::map<std::string, Case> cases;  ///< by rule or code
};

class Writer {
 public:
  Writer(const RunRecord& run, SourceLines& sources) : run_(run), sources_(sources) {}

  std::string write() {
    add_rules();
    for (const Diagnostic& d : run_.diagnostics->items()) add_message(d);
    std::string body;
    for (const auto& [name, suite] : suites_) body += suite_text(name, suite);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gongkai\" tests=\"{}\" "
        "failures=\"{}\" skipped=\"{}\">\n{}</testsuites>\n",
        tests_, failures_, skips_, body);
  }

 private:
  // A case for every rule that the report was checked by, passed ones too.
  void add_rules() {
    std::map<std::string_view, std::string_view> texts;
    for (const RuleWords& rule : run_.rules) texts.emplace(rule.id, rule.text);
    for (const ReportRecord& report : run_.reports) {
      const std::string name = report.agency + "/" + std::to_string(report.year);
      by_folder_.emplace(report.folder, name);
      Suite& suite = suites_[name];
      for (const RuleRecord& rule : report.rules) {
        suite.cases[rule.id].text = texts[rule.id];
        if (!rule.applies) suite.cases[rule.id].skipped = "not_applicable\n";
      }
      for (const FindingRecord& finding : report.findings) {
        Case& one = suite.cases[finding.rule];
        if (finding.outcome == "not_assessed") {
          one.skipped += fmt::format("{}: {} {}\n", finding.label, finding.reason,
                                     finding.reason_cell);
        } else if (finding.outcome != "failed") {
          one.asides += fmt::format("{}: {}: {} ({})\n", finding.label, finding.outcome,
                                    finding.numbers, finding.explanation);
        }
      }
    }
  }

  // The suite of the report that a message speaks of, or of its file.
  Suite& suite_of(const Diagnostic& d) {
    const std::size_t year = d.subject.find('/');
    if (year != std::string::npos) {
      return suites_[d.subject.substr(0, d.subject.find('/', year + 1))];
    }
    const std::size_t slash = d.position.file.rfind('/');
    const auto report = by_folder_.find(d.position.file.substr(0, slash));
    return suites_[report == by_folder_.end() ? d.position.file : report->second];
  }

  void add_message(const Diagnostic& d) {
    Case& one = suite_of(d).cases[std::string(d.code())];
    if (one.text.empty()) one.text = message_pattern(*d.wording, run_.language);
    const SourceLines::Place place = sources_.place(d.position);
    std::string line = d.position.file;
    if (place.line > 0) line += fmt::format(":{}:{}", place.line, place.column);
    line += (line.empty() ? "" : ": ") + message(d, run_.language) + "\n";
    (run_.fails(d) ? one.failures : one.asides) += line;
  }

  std::string suite_text(const std::string& name, const Suite& suite) {
    std::string cases;
    int failures = 0, skipped = 0;
    for (const auto& [id, one] : suite.cases) {
      const bool failed = !one.failures.empty();
      const bool skip = !failed && !one.skipped.empty();
      std::string inside;
      if (failed) {
        const std::string first = one.failures.substr(0, one.failures.find('\n'));
        inside += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                              escaped(id), escaped(first), escaped(one.failures));
      }
      if (skip) inside += fmt::format("      <skipped message=\"{}\"/>\n", escaped(one.skipped));
      const std::string aside = one.asides + (failed ? one.skipped : "");
      if (!aside.empty()) {
        inside += fmt::format("      <system-out>{}</system-out>\n", escaped(aside));
      }
      const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\"",
                                           escaped(name), escaped(id + ": " + one.text));
      cases += inside.empty() ? head + "/>\n" : head + ">\n" + inside + "    </testcase>\n";
      failures += failed;
      skipped += skip;
    }
    tests_ += suite.cases.size();
    failures_ += failures;
    skips_ += skipped;
    return fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">\n{}  "
        "</testsuite>\n",
        escaped(name), suite.cases.size(), failures, skipped, cases);
  }

  const RunRecord& run_;
  SourceLines& sources_;
  std::map<std::string, Suite> suites_;
  std::map<std::string, std::string> by_folder_;
  std::size_t tests_ = 0;
  int failures_ = 0, skips_ = 0;
};

}  // namespace

std::string write_junit(const RunRecord& run, SourceLines& sources) {
  return Writer(run, sources).write();
}

}  // namespace gongkai
