#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/report.h"

namespace gongkai {

/// What is written beside the figures, as comment lines: on top of the file, and above the row in
/// which a cell stands.
struct Remarks {
  std::vector<std::string> top;
  std::map<CellIndex, std::vector<std::string>> cells;
  /// For people who fill in the sheet: the labels of the columns above the figures, and behind each
  /// row its label where it is named by its number.
  bool labels = false;
};

/// The report.yaml of a report: its form, date of publication, status, scope, source, attachments
/// and tables, laid out as a sheet. Rows are
/// named by their printed numbers where the form gives them, else by their labels; columns are
/// aligned as a terminal shows them, Chinese characters two cells wide. A head that was filed
/// unsplit stands in place of its children. A cell that holds nothing is written `~`. Reading it
/// gives the same figures.
std::string report_text(const Report& report, const Remarks& remarks = {});

/// What stands above the tables: form, date of publication, status, scope, source, attachments.
std::string report_head(const Report& report);

}  // namespace gongkai
