#include "cli/formats.h"

#include <algorithm>
#include <array>

#include "check/record.h"
#include "diagnostics/github.h"
#include "diagnostics/json.h"
#include "diagnostics/junit.h"
#include "diagnostics/sarif.h"

namespace gongkai {
namespace {

struct MachineFormat {
  const char* name;
  RunWriter write;
};

constexpr std::array formats = {
    MachineFormat{"json", write_json},
    MachineFormat{"sarif", write_sarif},
    MachineFormat{"junit", write_junit},
    MachineFormat{"github", write_github},
};

// The folder of the site as seen from the working folder, so that readers find its files. A path
// from the root of the disc says nothing on another machine.
std::string folder_of(const std::filesystem::path& site) {
  if (site.is_absolute()) return {};
  const std::string folder = (site / "").lexically_normal().parent_path().generic_string();
  return folder == "." ? std::string() : folder;
}

}  // namespace

std::vector<std::string> machine_formats() {
  std::vector<std::string> names;
  for (const MachineFormat& format : formats) names.push_back(format.name);
  return names;
}

std::string in_machine_format(const std::string& format, const Session& session,
                              const SiteArguments& arguments, bool strict, Language language) {
  RunRecord run;
  run.version = GONGKAI_VERSION;
  run.language = language;
  run.folder = folder_of(arguments.site);
  run.strict = strict;
  run.diagnostics = &session.diagnostics;
  if (session.checks) record_findings(*session.catalog, *session.checks, arguments.jobs, run);
  SourceLines sources(source_reader(arguments.site));
  const auto chosen = std::find_if(formats.begin(), formats.end(),
                                   [&](const MachineFormat& f) { return f.name == format; });
  return chosen->write(run, sources);
}

}  // namespace gongkai
