#include "pages/labels.h"

#include "model/catalog.h"
#include "pages/frame.h"

namespace gongkai {

namespace {

/// What tells a report from a column: it is what the labels call an article.
void add_article_labels(const Report& report, const auto& add) {
  add("ArticleTitle", report_title(report));
  // Published figures may stand without a day of publication, where only their source is known.
  if (report.published) add("PubDate", report.published->str());
  add("ContentSource", report.agency->name_in(report.year));
}

}  // namespace

View make_labels(const PageContext& context, const Route& route, const std::string& title,
                 const std::string& description) {
  const Settings& settings = context.settings();
  if (!settings.has_government_site) return false;
  View::List labels;
  auto add = [&](std::string_view name, std::string content) {
    View label;
    label.set("name", name).set("content", std::move(content));
    labels.push_back(std::move(label));
  };
  const GovernmentSite& site = settings.government_site;
  add("SiteName", site.site_name);
  add("SiteDomain", site.site_domain);
  add("SiteIDCode", site.site_id_code);
  // The home page of a site of its own is no column of anything.
  if (site.own_site && route.kind == RouteKind::home) return list_or_false(std::move(labels));
  const Words& words = context.words;
  // A report is an article of the column that the portal is.
  bool is_article = route.kind == RouteKind::report;
  const std::string& column = is_article ? settings.title : title;
  add("ColumnName", column);
  add("ColumnDescription",
      is_article ? words.fill("home_description", {settings.title}) : description);
  add("ColumnKeywords", words.fill("column_keywords", {column}));
  add("ColumnType", words["column_type"]);
  if (is_article) add_article_labels(*route.report, add);
  return list_or_false(std::move(labels));
}

}  // namespace gongkai
