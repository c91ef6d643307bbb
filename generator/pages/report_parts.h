#pragma once

#include <vector>

#include "pages/context.h"
#include "pages/grid.h"
#include "pages/view.h"

namespace gongkai {

/// The parts of a report's page, each with the names of its own in contract.cc.
View make_report_facts(const PageContext& context, const Route& route, const Report& report);
View make_key_figures(const PageContext& context, const Report& report);
/// The key figures in one sentence, for those who listen or quote; false where none has a number.
View make_key_sentence(const PageContext& context, const Report& report, const View& key_figures);
View make_report_sections(const PageContext& context, const Route& route, const Report& report,
                          const CellMarks& marks);
View make_report_checks(const PageContext& context, const Route& route, const Report& report,
                        const std::vector<Finding>& findings);
View make_report_corrections(const PageContext& context, const Route& route, const Report& report);
View make_report_attachments(const PageContext& context, const Route& route, const Report& report);

/// Marks the cells to which rules that do not hold are bound, and the other figures of failed ones.
CellMarks marks_of(const std::vector<Finding>& findings);

}  // namespace gongkai
