#include "load/settings.h"

#include <algorithm>

namespace gongkai {
namespace {

const std::vector<std::string> levels = {"state", "province", "city", "county", "town"};
const std::vector<std::string> bodies = {"government", "department", "office"};

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

AgencyKind read_kind(const FileContext& context, const YamlNode& node) {
  MapReader map(context, node);
  AgencyKind kind;
  kind.id = map.required_text("id");
  if (!kind.id.empty() && !is_id(kind.id)) {
    context.error(codes::invalid_value, context.at(*map.get("id")), {kind.id, "a-z 0-9 - _"});
  }
  kind.label = map.required_text("label");
  kind.level = map.word_or("level", levels, "");
  kind.body = map.word_or("body", bodies, "");
  if (const auto due = map.text("due")) {
    kind.due = *due;
    if (!is_month_day(*due)) {
      context.error(codes::invalid_value, context.at(*map.get("due")), {*due, "MM-DD"});
    }
  }
  map.finish();
  return kind;
}

std::vector<AgencyKind> read_kinds(const FileContext& context, MapReader& site) {
  std::vector<AgencyKind> kinds;
  std::vector<Mark> marks;
  for (const YamlNode* item : site.items("kinds")) {
    AgencyKind kind = read_kind(context, *item);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (kinds[i].id != kind.id || kind.id.empty()) continue;
      Diagnostic& d = context.error(codes::repeated_kind, context.at(item->mark), {kind.id});
      d.notes.push_back({&notes::first_given_here, context.at(marks[i]), {}});
    }
    kinds.push_back(std::move(kind));
    marks.push_back(item->mark);
  }
  return kinds;
}

Publisher read_publisher(const FileContext& context, MapReader& site) {
  Publisher publisher;
  const YamlNode* node = site.get("publisher");
  if (!node) return publisher;
  MapReader map(context, *node);
  publisher.name = map.text_or("name", "");
  publisher.address = map.text_or("address", "");
  publisher.postcode = map.text_or("postcode", "");
  publisher.phone = map.text_or("phone", "");
  publisher.email = map.text_or("email", "");
  publisher.apply_url = map.text_or("apply_url", "");
  map.finish();
  return publisher;
}

std::vector<HostLink> read_breadcrumb(const FileContext& context, MapReader& site) {
  std::vector<HostLink> links;
  for (const YamlNode* item : site.items("breadcrumb")) {
    MapReader map(context, *item);
    HostLink link;
    link.label = map.required_text("label");
    link.url = map.required_text("url");
    map.finish();
    links.push_back(std::move(link));
  }
  return links;
}

GovernmentSite read_government_site(const FileContext& context, const YamlNode& node) {
  MapReader map(context, node);
  GovernmentSite site;
  site.own_site = map.boolean_or("own_site", false);
  site.site_name = map.required_text("site_name");
  site.site_domain = map.required_text("site_domain");
  site.site_id_code = map.required_text("site_id_code");
  site.icp = map.text_or("icp", "");
  site.police_record = map.text_or("police_record", "");
  site.party_government_id = map.text_or("party_government_id", "");
  map.finish();
  return site;
}

std::vector<IndicatorText> read_indicators(const FileContext& context, MapReader& site) {
  std::vector<IndicatorText> indicators;
  for (const YamlNode* item : site.items("indicators")) {
    MapReader map(context, *item);
    IndicatorText indicator;
    indicator.id = map.required_text("id");
    indicator.label = map.required_text("label");
    indicator.value = map.required_text("value");
    indicator.unit = map.text_or("unit", "");
    const YamlNode* value = map.get("value");
    indicator.mark = value ? value->mark : item->mark;
    map.finish();
    indicators.push_back(std::move(indicator));
  }
  return indicators;
}

const std::vector<std::string> csp_directives = {
    "child-src",  "connect-src", "default-src",  "font-src",   "form-action", "frame-src",
    "img-src",    "manifest-src", "media-src",   "object-src", "script-src",  "style-src",
    "worker-src"};

/// Sources stand in a directive one after the other, so a `;` would end it and begin another.
void read_csp(const FileContext& context, MapReader& site, Settings& settings) {
  const YamlNode* node = site.get("csp");
  if (!node || !expect_map(context, *node)) return;
  MapReader csp(context, *node);
  for (const std::string& directive : csp_directives) {
    const auto sources = csp.text(directive);
    if (!sources) continue;
    if (sources->empty() || sources->find_first_of(";,\"<>\n") != std::string::npos) {
      context.error(codes::invalid_value, context.at(*csp.get(directive)),
                    {*sources, "https://host 'unsafe-inline' …"});
    }
    settings.csp[directive] = *sources;
  }
  csp.finish();
}

void read_severities(const FileContext& context, MapReader& site, Settings& settings) {
  const YamlNode* node = site.get("checks");
  if (!node || !expect_map(context, *node)) return;
  const std::map<std::string, RuleSeverity> words = {{"error", RuleSeverity::error},
                                                     {"warning", RuleSeverity::warning},
                                                     {"hint", RuleSeverity::hint},
                                                     {"off", RuleSeverity::off}};
  for (const YamlNode::Entry& entry : node->entries) {
    const auto word = words.find(entry.value.text);
    if (word == words.end()) {
      context.error(codes::invalid_value, context.at(entry.value),
                    {entry.value.text, "error | warning | hint | off"});
      continue;
    }
    settings.checks[entry.key] = word->second;
    settings.check_marks[entry.key] = entry.mark;
  }
}

void read_wording(const FileContext& context, MapReader& site, Settings& settings) {
  const YamlNode* node = site.get("wording");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    if (expect_text(context, entry.value)) settings.wording[entry.key] = entry.value.text;
  }
}

void read_section_lengths(const FileContext& context, MapReader& site, Settings& settings) {
  const YamlNode* node = site.get("section_length");
  if (!node || !expect_map(context, *node)) return;
  MapReader lengths(context, *node);
  for (const YamlNode::Entry& entry : node->entries) {
    const YamlNode* value = lengths.get(entry.key);
    if (!value) continue;
    const auto length = value->text == "off" ? 0 : lengths.integer(entry.key, 1, 1'000'000);
    if (!length) continue;
    settings.section_lengths[entry.key] = *length;
    settings.section_length_marks[entry.key] = entry.mark;
  }
}

void read_base_url(const FileContext& context, MapReader& map, Settings& settings) {
  settings.base_url = map.text_or("base_url", "");
  if (settings.base_url.empty()) return;
  const std::string& url = settings.base_url;
  const bool absolute = url.starts_with("http://") || url.starts_with("https://");
  if (!absolute || url.find_first_of(" \t\"<>?#") != std::string::npos) {
    context.error(codes::invalid_value, context.at(*map.get("base_url")),
                  {url, "https://…/"});
    settings.base_url.clear();
  } else if (!url.ends_with('/')) {
    settings.base_url += '/';
  }
}

}  // namespace

std::optional<Settings> load_settings(const SiteFiles& site, Diagnostics& diagnostics) {
  Settings settings;
  if (!site.exists(settings.file)) {
    diagnostics.add(codes::no_site, {settings.file, {}, 0});
    return {};
  }
  const auto root = read_yaml(site, settings.file, diagnostics);
  if (!root) return {};
  const FileContext context{settings.file, diagnostics};
  MapReader map(context, *root);
  if (!map.is_map()) return {};

  settings.title = map.required_text("title");
  settings.language = map.word_or("language", {"zh-CN", "en"}, settings.language);
  read_base_url(context, map, settings);
  settings.time_zone = map.text_or("time_zone", settings.time_zone);
  settings.theme = map.text_or("theme", settings.theme);
  settings.publisher = read_publisher(context, map);
  settings.kinds = read_kinds(context, map);
  settings.breadcrumb = read_breadcrumb(context, map);
  if (const YamlNode* node = map.get("government_site")) {
    settings.has_government_site = true;
    settings.government_site = read_government_site(context, *node);
  }
  settings.mounted = map.boolean_or("mounted", false);
  read_csp(context, map, settings);
  if (const YamlNode* node = map.get("public")) {
    MapReader shown(context, *node);
    settings.publish_checks = shown.boolean_or("checks", true);
    settings.publish_coverage = shown.boolean_or("coverage", false);
    settings.publish_data = shown.boolean_or("data", true);
    settings.publish_workbooks = shown.boolean_or("workbooks", true);
    settings.publish_search = shown.boolean_or("search", true);
    shown.finish();
  }
  settings.indicators = read_indicators(context, map);
  if (const YamlNode* node = map.get("ranking")) {
    MapReader ranking(context, *node);
    settings.least_denominator = ranking.integer("smallest_denominator", 1, 1'000'000)
                                     .value_or(settings.least_denominator);
    ranking.finish();
  }
  read_severities(context, map, settings);
  read_wording(context, map, settings);
  read_section_lengths(context, map, settings);
  map.finish();
  return settings;
}

}  // namespace gongkai
