#include "pages/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "narrative/markup.h"
#include "pages/link.h"
#include "pages/phrases.h"

namespace gongkai {
namespace {

/// A publication, or one of the report's corrections.
struct Entry {
  Date date;
  const Report* report = nullptr;
  const Correction* correction = nullptr;
  std::size_t number = 0;  ///< of the correction in its report, from 1
};

std::vector<Entry> entries_of(const Library& library) {
  std::vector<Entry> entries;
  for (const Report* report : library.reports()) {
    if (report->published) entries.push_back({report->published->date, report, nullptr, 0});
    std::size_t number = 0;
    for (const Correction& correction : report->corrections) {
      entries.push_back({correction.date, report, &correction, ++number});
    }
  }
  // Stable: entries of one day stand in the order of the agencies.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.date > b.date; });
  if (entries.size() > feed_length) entries.resize(feed_length);
  return entries;
}

void add_element(std::string& xml, std::string_view name, std::string_view text) {
  xml += fmt::format("<{}>", name);
  append_escaped(xml, text);
  xml += fmt::format("</{}>\n", name);
}

void add_link(std::string& xml, std::string_view relation, const std::string& address) {
  xml += fmt::format("<link rel=\"{}\" href=\"", relation);
  append_escaped(xml, address);
  xml += "\"/>\n";
}

std::string moment(const Date& date) { return date.str() + "T00:00:00Z"; }

void add_entry(std::string& xml, const PageContext& context, const Entry& entry) {
  const Report& report = *entry.report;
  const std::string page =
      context.settings().base_url + percent_encoded(report_address(report));
  xml += "<entry>\n";
  if (entry.correction == nullptr) {
    add_element(xml, "title", report_title(report));
    add_element(xml, "id", page);
  } else {
    add_element(xml, "title", context.words.fill("feed_correction", {report_title(report)}));
    add_element(xml, "id", fmt::format("{}#correction-{}", page, entry.number));
    add_element(xml, "summary",
                correction_text(context.words, report, *entry.correction) + " " +
                    entry.correction->text);
  }
  add_element(xml, "updated", moment(entry.date));
  add_link(xml, "alternate", page);
  xml += "</entry>\n";
}

}  // namespace

bool has_feed(const Library& library) {
  return !library.catalog().settings.base_url.empty() && !entries_of(library).empty();
}

std::string make_feed(const PageContext& context) {
  const Settings& settings = context.settings();
  const std::vector<Entry> entries = entries_of(context.library);
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  xml += fmt::format("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
                     settings.language);
  add_element(xml, "title", settings.title);
  add_element(xml, "id", settings.base_url);
  add_element(xml, "updated", moment(entries.front().date));
  add_link(xml, "self", settings.base_url + std::string(feed_address));
  add_link(xml, "alternate", settings.base_url);
  xml += "<author>\n";
  add_element(xml, "name",
              settings.publisher.name.empty() ? settings.title : settings.publisher.name);
  xml += "</author>\n";
  for (const Entry& entry : entries) add_entry(xml, context, entry);
  return xml + "</feed>\n";
}

}  // namespace gongkai
