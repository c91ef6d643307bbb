#pragma once

#include <optional>

#include "load/reader.h"
#include "model/report.h"
#include "model/settings.h"

namespace gongkai {

/// What reading a report needs to know around it.
struct ReportContext {
  const SiteFiles& site;
  const Settings& settings;
  const std::map<std::string, const Form*>& forms;
  bool has_agencies_below = false;
};

/// Reads one report: report.yaml, its narratives and the list of its attachments. A report is read
/// whole or not at all: after any error nothing is returned. Warnings are added all the same.
/// `agency` must outlive the report.
std::optional<Report> load_report(const ReportContext& context, const Agency& agency, int year,
                                  const std::string& folder, Diagnostics& diagnostics);

}  // namespace gongkai
