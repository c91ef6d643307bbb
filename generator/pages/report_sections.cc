#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/narratives.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

View narrative_of(const PageContext& context, const Report& report, const Section& section) {
  for (const Narrative& narrative : report.narratives) {
    if (narrative.section == section.id) {
      return text_or_false(report_narrative_html(context, report, narrative));
    }
  }
  return false;
}

/// What a table's cells have in common, for the sentences around it.
struct TableSummary {
  bool all_zero = true;
  bool computed = false, derived = false, declared = false, not_reported = false;
};

TableSummary summarise(const Report& report, std::size_t table) {
  TableSummary summary;
  const Form& form = *report.form;
  for (CellIndex cell = 0; cell < form.cells.size(); ++cell) {
    if (form.cells[cell].table != table) continue;
    const Figure& figure = report.figure(cell);
    bool is_filed_head = form.cells[cell].head && figure.origin != Origin::derived;
    if (form.cells[cell].head && !is_filed_head) {
      summary.derived = summary.derived || figure.is_number();
      continue;
    }
    summary.all_zero = summary.all_zero && figure.is_number() && figure.units == 0;
    summary.computed = summary.computed || figure.origin == Origin::computed;
    summary.declared = summary.declared || figure.origin == Origin::declared_zero;
    summary.not_reported = summary.not_reported || figure.state == State::not_reported;
  }
  return summary;
}

View legend_of(const Words& words, const TableSummary& summary) {
  View::List legend;
  if (summary.not_reported) legend.push_back(words["legend_not_reported"]);
  if (summary.declared) legend.push_back(words["legend_declared"]);
  if (summary.computed) legend.push_back(words["legend_computed"]);
  if (summary.derived) legend.push_back(words["legend_derived"]);
  return list_or_false(std::move(legend));
}

}  // namespace

View make_report_sections(const PageContext& context, const Route& route, const Report& report,
                          const CellMarks& marks) {
  View::List sections;
  for (const Section& section : report.form->sections) {
    View view;
    View::List grids;
    View zero = false, legend = false;
    if (section.table >= 0) {
      auto table = static_cast<std::size_t>(section.table);
      const Table& it = report.form->tables[table];
      for (std::size_t block = 0; block < it.blocks.size(); ++block) {
        grids.push_back(make_grid(context, route, report, table, block, marks));
      }
      TableSummary summary = summarise(report, table);
      if (summary.all_zero) zero = context.words["all_zero"];
      legend = legend_of(context.words, summary);
    }
    View narrative = narrative_of(context, report, section);
    bool empty = grids.empty() && narrative.text() == nullptr;
    view.set("id", section.id)
        .set("title", section.title)
        .set("narrative", std::move(narrative))
        .set("empty", empty)
        .set("zero", std::move(zero))
        .set("grids", std::move(grids))
        .set("legend", std::move(legend));
    sections.push_back(std::move(view));
  }
  return sections;
}

}  // namespace gongkai
