#include "pages/frame.h"
#include "pages/pages.h"

namespace gongkai {

namespace {

/// A longer list of reports stands on the year's own page only.
constexpr std::size_t most_reports = 60;

}  // namespace

View make_years_page(const PageContext& context, const Route& route) {
  const Words& words = context.words;
  View view = make_frame(context, route, words["years_title"],
                         words.fill("years_description", {context.settings().title}), {});
  View::List years;
  for (int year : context.library.years()) {
    const std::vector<const Report*>& reports = context.library.reports_in(year);
    View item = make_link(route, words.fill("year", {std::to_string(year)}), year_address(year));
    View::List links;
    for (const Report* report : reports) {
      if (reports.size() > most_reports) break;
      links.push_back(make_link(route, agency_label(*report->agency), report_address(*report)));
    }
    item.set("count", words.fill("report_count", {std::to_string(reports.size())}))
        .set("reports", std::move(links));
    years.push_back(std::move(item));
  }
  view.set("years", std::move(years));
  return view;
}

}  // namespace gongkai
