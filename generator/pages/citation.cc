#include "pages/citation.h"

#include "model/digest.h"
#include "pages/frame.h"
#include "pages/phrases.h"

namespace gongkai {

std::string report_citation(const PageContext& context, const Report& report) {
  const Words& words = context.words;
  std::string published = report.published ? date_text(words, report.published->date)
                                           : words.fill("year", {std::to_string(report.year)});
  std::string title = report_title(report);
  std::string text = words.fill("cite", {title, context.settings().title, published});
  // Most forms prescribe a title that names the agency.
  const std::string& author = report.agency->name_in(report.year);
  if (title.find(author) == std::string::npos) text = words.fill("cite_author", {author}) + text;
  const std::string& base = context.settings().base_url;
  return base.empty() ? text : text + " " + base + percent_encoded(report_address(report));
}

View make_digests(const Report& report) {
  View::List list;
  for (std::size_t table = 0; table < report.form->tables.size(); ++table) {
    View item;
    item.set("label", report.form->tables[table].caption)
        .set("digest", table_digest(report, table));
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

}  // namespace gongkai
