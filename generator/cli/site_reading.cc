#include "cli/site_reading.h"

#include "load/catalog.h"

namespace gongkai {

std::optional<SiteReading> read_site(const SiteArguments& arguments, const Console& console) {
  SiteReading reading;
  reading.catalog =
      load_catalog({arguments.site}, {arguments.jobs, arguments.today}, reading.diagnostics);
  reading.diagnostics.sort();
  if (reading.catalog) return reading;
  console.print(reading.diagnostics, arguments.site);
  return {};
}

bool print_errors_of_agency(const SiteReading& reading, const std::string& word,
                            const SiteArguments& arguments, const Console& console) {
  Diagnostics own;
  for (const Diagnostic& diagnostic : reading.diagnostics.items()) {
    if (diagnostic.position.file.ends_with("/" + word + "/agency.yaml")) own.add(diagnostic);
  }
  if (!own.has_errors()) return false;
  console.print(own, arguments.site);
  return true;
}

}  // namespace gongkai
