#include "pages/relation.h"

#include "check/relation_text.h"
#include "pages/link.h"

namespace gongkai {
namespace {

// Numbers, and signs between them: the relation itself may be < or >.
std::string escaped(const std::string& text) {
  std::string html;
  for (char c : text) {
    if (c == '<' || c == '>') {
      html += c == '<' ? "&lt;" : "&gt;";
    } else {
      html += c;
    }
  }
  return html;
}

}  // namespace

std::string cell_link(const PageContext& context, const Route& route, const Report& report,
                      CellIndex cell) {
  if (!context.library.shows(report)) return {};
  const std::string anchor = "#" + report.form->cells[cell].address;
  if (route.report == &report) return anchor;
  return relative_link(route.address, report_address(report)) + anchor;
}

std::string relation_html(const PageContext& context, const Route& route, const Finding& finding) {
  std::string html;
  // Of a rule that holds the first figure leads to the others: links to all of them would be half the page.
  const bool links_all = finding.outcome != Outcome::passed;
  bool linked = false;
  for (const RelationPiece& piece : relation_pieces(finding)) {
    std::string link;
    if (piece.operand.report && (links_all || !linked)) {
      link = cell_link(context, route, *piece.operand.report, piece.operand.cell);
    }
    linked = linked || !link.empty();
    if (!link.empty()) html.append("<a href=\"").append(link).append("\">");
    html += escaped(piece.text);
    if (!link.empty()) html += "</a>";
  }
  return html;
}

}  // namespace gongkai
