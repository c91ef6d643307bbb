#include "pages/frame.h"

#include "pages/labels.h"
#include "pages/linked_data.h"

namespace gongkai {

namespace {

View make_menu(const PageContext& context, const Route& route) {
  View::List menu;
  auto add = [&](std::string label, std::string_view address) {
    std::string_view section = address.substr(0, address.find('/') + 1);
    bool current = section.empty() ? route.address == address
                                   : std::string_view(route.address).starts_with(section);
    // Free pages share their first folder, so only the page itself counts.
    if (section == "pages/") current = route.address == address;
    View item = make_link(route, std::move(label), address);
    item.set("current", current);
    menu.push_back(std::move(item));
  };
  const Words& words = context.words;
  add(words["menu_home"], home_address);
  add(words["menu_agencies"], agencies_address);
  add(words["menu_years"], years_address);
  add(words["menu_compare"], compare_address);
  if (context.settings().publish_checks) add(words["menu_checks"], checks_address);
  if (context.routes.find(data_home_address) != nullptr) add(words["menu_data"], data_home_address);
  for (const FreePage& page : context.library.catalog().pages) {
    if (page.menu) add(page.title, free_page_address(page));
  }
  return menu;
}

View make_crumbs(const PageContext& context, const Route& route, const std::string& title,
                 const std::vector<Crumb>& crumbs) {
  View::List list;
  auto add = [&](std::string label, View link, bool host) {
    View item;
    item.set("label", std::move(label)).set("link", std::move(link)).set("host", host);
    list.push_back(std::move(item));
  };
  const Settings& settings = context.settings();
  for (const HostLink& link : settings.breadcrumb) add(link.label, link.url, true);
  if (route.kind == RouteKind::home) {
    add(settings.title, false, false);
    return list;
  }
  add(settings.title, relative_link(route.address, home_address), false);
  for (const Crumb& crumb : crumbs) {
    add(crumb.label, relative_link(route.address, crumb.address), false);
  }
  add(title, false, false);
  return list;
}

View make_publisher(const Publisher& publisher) {
  View view;
  view.set("name", text_or_false(publisher.name))
      .set("address", text_or_false(publisher.address))
      .set("postcode", text_or_false(publisher.postcode))
      .set("phone", text_or_false(publisher.phone))
      .set("email", text_or_false(publisher.email))
      .set("apply_url", text_or_false(publisher.apply_url));
  return view;
}

View make_government(const Settings& settings) {
  if (!settings.has_government_site) return false;
  const GovernmentSite& site = settings.government_site;
  View view;
  view.set("site_id_code", text_or_false(site.site_id_code))
      .set("icp", text_or_false(site.icp))
      .set("police_record", text_or_false(site.police_record))
      .set("party_government_id", text_or_false(site.party_government_id));
  return view;
}

/// What a browser may load for our pages, with what site.yaml adds for the host's header and footer.
std::string make_policy(const Settings& settings) {
  constexpr std::pair<std::string_view, std::string_view> ours[] = {
      {"default-src", "'none'"}, {"img-src", "'self' data:"}, {"style-src", "'self'"},
      {"script-src", "'self'"},  {"font-src", "'self'"},      {"connect-src", "'self'"},
      {"base-uri", "'none'"},    {"form-action", "'self'"}};
  std::string policy;
  auto add = [&](std::string_view directive, std::string_view sources) {
    if (!policy.empty()) policy += "; ";
    policy.append(directive).append(" ").append(sources);
  };
  std::map<std::string, std::string> more = settings.csp;
  for (const auto& [directive, sources] : ours) {
    auto added = more.extract(std::string(directive));
    if (added.empty()) {
      add(directive, sources);
    } else {
      // Beside 'none' nothing else may stand.
      add(directive, sources == "'none'" ? added.mapped()
                                         : std::string(sources) + " " + added.mapped());
    }
  }
  for (const auto& [directive, sources] : more) add(directive, sources);
  return policy;
}

/// The address of the folder of the theme's files, relative to the page.
std::string assets_link(const Route& route) {
  const std::string style = relative_link(route.address, style_address);
  return style.substr(0, style.rfind('/') + 1);
}

/// A link to a page that not every portal has.
View link_if_there(const PageContext& context, const Route& route, std::string_view address) {
  return context.routes.find(address) == nullptr ? View(false)
                                                 : View(relative_link(route.address, address));
}

}  // namespace

View make_frame(const PageContext& context, const Route& route, const std::string& title,
                const std::string& description, const std::vector<Crumb>& crumbs) {
  const Settings& settings = context.settings();
  bool is_home = route.kind == RouteKind::home;
  View view;
  view.set("lang", settings.language)
      .set("site_title", settings.title)
      .set("title", title)
      .set("full_title", is_home ? title : title + " - " + settings.title)
      .set("description", description)
      .set("canonical", settings.base_url.empty()
                            ? View(false)
                            : View(settings.base_url + percent_encoded(route.address)))
      .set("policy", make_policy(settings))
      .set("locale", settings.chinese() ? "zh_CN" : "en_US")
      .set("is_article", route.kind == RouteKind::report)
      .set("mounted", settings.mounted)
      .set("linked_data", page_linked_data(context, route, title, crumbs))
      .set("feed", link_if_there(context, route, feed_address))
      .set("labels", make_labels(context, route, title, description))
      .set("assets", assets_link(route))
      .set("home", relative_link(route.address, home_address))
      .set("search", route.kind == RouteKind::search
                         ? View(false)
                         : link_if_there(context, route, search_address))
      .set("glossary", link_if_there(context, route, glossary_address))
      .set("site_map", link_if_there(context, route, site_map_address))
      .set("menu", make_menu(context, route))
      .set("crumbs", make_crumbs(context, route, title, crumbs))
      .set("publisher", make_publisher(settings.publisher))
      .set("government", make_government(settings));
  return view;
}

View text_or_false(std::string text) { return text.empty() ? View(false) : View(std::move(text)); }

View list_or_false(View::List list) {
  if (list.empty()) return false;
  View view;
  view.set("items", std::move(list));
  return view;
}

View make_link(const Route& route, std::string label, std::string_view address) {
  View view;
  view.set("label", std::move(label)).set("link", relative_link(route.address, address));
  return view;
}

const std::string& agency_label(const Agency& agency) {
  return agency.short_name.empty() ? agency.name : agency.short_name;
}

}  // namespace gongkai
