#include "diagnostics/github.h"

#include <fmt/format.h>

namespace gongkai {
namespace {

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

const char* command(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "notice";
  }
  return "notice";
}

}  // namespace

std::string write_github(const RunRecord& run, SourceLines& sources) {
  const std::string folder = run.folder.empty() ? "" : run.folder + "/";
  std::string out;
  for (const Diagnostic& d : run.diagnostics->items()) {
    std::string properties;
    const auto add = [&](const char* name, const std::string& value) {
      properties += fmt::format("{}{}={}", properties.empty() ? " " : ",", name,
                                escaped(value, true));
    };
    if (!d.position.file.empty()) add("file", folder + d.position.file);
    const SourceLines::Place place = sources.place(d.position);
    if (place.line > 0) {
      add("line", std::to_string(place.line));
      add("col", std::to_string(place.column));
      // GitHub's last column belongs to the place.
      if (place.end_column > place.column) add("endColumn", std::to_string(place.end_column - 1));
    }
    add("title", std::string(d.code()));
    std::string text = message(d, run.language);
    for (const Note& note : d.notes) {
      if (note.position.file.empty()) text += "\n" + message(note, run.language);
    }
    if (const std::string mend = help(d, run.language); !mend.empty()) text += "\n" + mend;
    out += fmt::format("::{}{}::{}\n", command(d.severity), properties, escaped(text, false));
  }
  return out;
}

}  // namespace gongkai
