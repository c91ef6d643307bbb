#include "model/figure_text.h"
#include "pages/figures.h"
#include "pages/frame.h"
#include "pages/phrases.h"
#include "pages/relation.h"
#include "pages/report_parts.h"

namespace gongkai {

namespace {

/// The day of a report's year on which its period begins or ends.
Date period_day(const std::string& month_day, int year) {
  return {year, std::stoi(month_day.substr(0, 2)), std::stoi(month_day.substr(3, 2))};
}

std::string period_text(const Words& words, const Report& report) {
  const Form& form = *report.form;
  int first_year = form.period_from > form.period_to ? report.year - 1 : report.year;
  return words.fill("period", {date_text(words, period_day(form.period_from, first_year)),
                               date_text(words, period_day(form.period_to, report.year))});
}

/// The same agency's report of the year before where its indicators are comparable.
const Report* comparable_previous(const PageContext& context, const Report& report) {
  const Report* previous = context.library.report(*report.agency, report.year - 1);
  bool comparable =
      previous != nullptr && previous->form == report.form && previous->scope == report.scope;
  return comparable ? previous : nullptr;
}

View change_sentence(const Words& words, const IndicatorValue& now, const IndicatorValue& before) {
  if (now.kind != IndicatorValue::Kind::value || before.kind != now.kind) return false;
  Decimal difference = now.value - before.value;
  if (difference.is_zero()) return words["change_none"];
  std::string_view key = difference.is_negative() ? "change_less" : "change_more";
  Decimal size = difference.is_negative() ? -difference : difference;
  if (before.value.is_zero()) return words.fill(key, {number_text(size)});
  return words.fill(std::string(key) + "_percent",
                    {number_text(size), percent_text(size, before.value)});
}

}  // namespace

View make_report_facts(const PageContext& context, const Route& route, const Report& report) {
  const Words& words = context.words;
  View::List facts;
  auto add = [&](std::string_view label, std::string text, View link = false) {
    View fact;
    fact.set("label", words[label]).set("text", std::move(text)).set("link", std::move(link));
    facts.push_back(std::move(fact));
  };
  const Agency& agency = *report.agency;
  add("fact_agency", agency.name_in(report.year),
      relative_link(route.address, agency_address(agency)));
  add("fact_period", period_text(words, report));
  if (report.published) add("fact_published", date_text(words, *report.published));
  if (report.scope_written) add("fact_scope", scope_text(words, report.scope));
  if (!report.form->basis.empty()) add("fact_basis", report.form->basis);
  if (report.signature && !report.signature->by.empty()) {
    add("fact_signed_by", report.signature->by);
  }
  if (report.signature && report.signature->on) {
    add("fact_signed_on", date_text(words, *report.signature->on));
  }
  return facts;
}

View make_key_figures(const PageContext& context, const Report& report) {
  const Report* previous = comparable_previous(context, report);
  View::List list;
  for (const Indicator& indicator : report.form->indicators) {
    IndicatorValue value = indicator_value(indicator, report);
    View item = make_indicator(context, indicator, value);
    item.set("label", indicator.label)
        .set("change",
             previous == nullptr
                 ? View(false)
                 : change_sentence(context.words, value, indicator_value(indicator, *previous)));
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

View make_key_sentence(const PageContext& context, const Report& report, const View& key_figures) {
  if (key_figures.object() == nullptr) return false;
  const Words& words = context.words;
  std::string sentence;
  for (const View& item : *key_figures.get("items")->list()) {
    if (item.get("class")->text()->find("missing") != std::string::npos) continue;
    if (!sentence.empty()) sentence += words["key_separator"];
    const std::string& label = *item.get("label")->text();
    const std::string& number = *item.get("text")->text();
    const std::string* change = item.get("change")->text();
    sentence += change == nullptr ? words.fill("key_item", {label, number})
                                  : words.fill("key_item_change", {label, number, *change});
  }
  if (sentence.empty()) return false;
  return words.fill("key_sentence", {report.agency->name_in(report.year),
                                     std::to_string(report.year), sentence});
}

View make_report_corrections(const PageContext& context, const Route& route,
                             const Report& report) {
  View::List list;
  for (const Correction& correction : report.corrections) {
    View item;
    item.set("date", date_text(context.words, correction.date))
        .set("figures", correction_text(context.words, report, correction))
        .set("link", cell_link(context, route, report, correction.cell))
        .set("text", correction.text);
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

View make_report_attachments(const PageContext&, const Route& route, const Report& report) {
  View::List list;
  for (const Attachment& attachment : report.attachments) {
    View item = make_link(route, attachment.title.empty() ? attachment.file : attachment.title,
                          report_file_address(report, attachment.file));
    item.set("kind", file_kind(attachment.file)).set("size", size_text(attachment.size));
    list.push_back(std::move(item));
  }
  return list_or_false(std::move(list));
}

}  // namespace gongkai
