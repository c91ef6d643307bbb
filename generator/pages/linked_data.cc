#include "pages/linked_data.h"

#include "data/json.h"
#include "pages/phrases.h"

namespace gongkai {

namespace {

/// Writes the things of one page into an open list.
class LinkedData {
 public:
  LinkedData(const PageContext& context, const Route& route, JsonWriter& json)
      : context_(context), route_(route), settings_(context.settings()), json_(json) {}

  void site() {
    json_.object().member("@type", "WebSite").member("name", settings_.title);
    url(home_address);
    json_.member("inLanguage", settings_.language);
    if (!settings_.publisher.name.empty()) {
      json_.key("publisher").object().member("@type", "Organization");
      json_.member("name", settings_.publisher.name).end();
    }
    json_.end();
  }

  void breadcrumb(const std::string& title, const std::vector<Crumb>& crumbs) {
    json_.object().member("@type", "BreadcrumbList").key("itemListElement").list();
    std::size_t position = 0;
    for (const HostLink& link : settings_.breadcrumb) item(++position, link.label, host_url(link));
    if (route_.kind != RouteKind::home) item(++position, settings_.title, absolute(home_address));
    for (const Crumb& crumb : crumbs) item(++position, crumb.label, absolute(crumb.address));
    item(++position, title, absolute(route_.address));
    json_.end().end();
  }

  void agency(const Agency& agency, const std::string& name) {
    json_.object().member("@type", "GovernmentOrganization").member("name", name);
    url(agency_address(agency));
    if (const Agency* parent = context_.library.catalog().agency(agency.parent)) {
      json_.key("parentOrganization").object().member("@type", "GovernmentOrganization");
      json_.member("name", parent->name).end();
    }
    json_.end();
  }

  void report(const Report& report, const std::string& title) {
    const std::string year = std::to_string(report.year);
    json_.object().member("@type", "Report").member("name", title);
    url(route_.address);
    json_.member("inLanguage", settings_.language);
    if (report.published) json_.member("datePublished", report.published->date.str());
    if (!report.corrections.empty()) {
      Date newest = report.corrections.front().date;
      for (const Correction& correction : report.corrections) {
        if (correction.date > newest) newest = correction.date;
      }
      json_.member("dateModified", newest.str());
    }
    json_.member("temporalCoverage", year).key("author");
    agency(*report.agency, report.agency->name_in(report.year));
    json_.end();
  }

 private:
  std::string absolute(std::string_view address) const {
    return settings_.base_url.empty() ? std::string()
                                      : settings_.base_url + percent_encoded(address);
  }

  void url(std::string_view address) { json_.optional("url", absolute(address)); }

  /// A link of the host as it stands in site.yaml may begin at the root of its server.
  std::string host_url(const HostLink& link) const {
    if (!link.url.starts_with('/') || settings_.base_url.empty()) {
      return link.url.find("://") == std::string::npos ? std::string() : link.url;
    }
    const std::string& base = settings_.base_url;
    return base.substr(0, base.find('/', base.find("://") + 3)) + link.url;
  }

  void item(std::size_t position, const std::string& name, const std::string& url) {
    json_.object().member("@type", "ListItem").key("position").number(position);
    json_.member("name", name).optional("item", url).end();
  }

  const PageContext& context_;
  const Route& route_;
  const Settings& settings_;
  JsonWriter& json_;
};

}  // namespace

std::string page_linked_data(const PageContext& context, const Route& route,
                             const std::string& title, const std::vector<Crumb>& crumbs) {
  std::string out;
  JsonWriter json(out, false);
  json.object().member("@context", "https://schema.org").key("@graph").list();
  LinkedData data(context, route, json);
  data.site();
  data.breadcrumb(title, crumbs);
  if (route.kind == RouteKind::agency) data.agency(*route.agency, route.agency->name);
  if (route.kind == RouteKind::report) data.report(*route.report, title);
  json.end().end();
  return inside_script(std::move(out));
}

}  // namespace gongkai
