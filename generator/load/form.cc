#include "load/form.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "embedded/gongkai_load.h"
#include "load/expression.h"
#include "load/form_charts.h"
#include "load/form_rules.h"
#include "load/form_sections.h"
#include "load/form_table.h"
#include "model/address.h"

namespace gongkai {
namespace {

constexpr std::string_view forms_folder = "content/forms/";

std::optional<std::string_view> builtin_text(std::string_view file) {
  if (!file.starts_with(builtin_folder)) return {};
  file.remove_prefix(builtin_folder.size());
  for (const EmbeddedFile& form : builtin_forms::files()) {
    if (form.name == file) return form.bytes;
  }
  return {};
}

std::optional<SourceText> read_source(const SiteFiles& site, const std::string& file,
                                      Diagnostics& diagnostics) {
  if (const auto text = builtin_text(file)) {
    return check_text(file, std::string(*text), diagnostics);
  }
  return read_text(site, file, diagnostics);
}

void read_years(const FileContext& context, MapReader& map, Form& form) {
  const YamlNode* node = map.get("years");
  if (!node) return;
  MapReader years(context, *node);
  form.from_year = years.integer("from", 1, 9999).value_or(0);
  form.until_year = years.integer("until", 1, 9999).value_or(9999);
  years.finish();
}

void read_period(const FileContext& context, MapReader& map, Form& form) {
  const YamlNode* node = map.get("period");
  if (!node) return;
  MapReader period(context, *node);
  for (auto [key, target] : {std::pair("from", &form.period_from), {"to", &form.period_to}}) {
    const auto text = period.text(key);
    if (!text) continue;
    *target = *text;
    if (!is_month_day(*text)) {
      context.error(codes::invalid_value, context.at(*period.get(key)), {*text, "MM-DD"});
    }
  }
  period.finish();
}

}  // namespace

std::optional<std::string> builtin_form_text(const std::string& file) {
  const auto text = builtin_text(file);
  if (!text) return {};
  return std::string(*text);
}

std::vector<FormSource> list_forms(const SiteFiles& site) {
  std::map<std::string, std::string> files;
  for (const EmbeddedFile& form : builtin_forms::files()) {
    files[std::filesystem::path(form.name).stem().string()] =
        std::string(builtin_folder) + std::string(form.name);
  }
  std::error_code error;
  for (const auto& entry :
       std::filesystem::directory_iterator(site.path(std::string(forms_folder)), error)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string name = entry.path().filename().string();
    files[entry.path().stem().string()] = std::string(forms_folder) + name;
  }
  std::vector<FormSource> sources;
  for (auto& [id, file] : files) sources.push_back({id, file});
  return sources;
}

std::optional<Form> load_form(const SiteFiles& site, const FormSource& source,
                              const Settings& settings, Diagnostics& diagnostics) {
  Diagnostics own;
  Form form;
  form.file = source.file;
  const auto text = read_source(site, source.file, own);
  const auto root = text ? parse_yaml(*text, own) : std::nullopt;
  if (root && root->is_null()) own.add(codes::empty_file, {source.file, {}, 0});
  if (root && !root->is_null()) {
    const FileContext context{source.file, own};
    MapReader map(context, *root);
    form.id = map.required_text("id");
    if (!form.id.empty() && form.id != source.id) {
      context.error(codes::form_id_differs, context.at(*map.get("id")), {form.id, source.id});
    }
    const std::string& language = settings.language;
    form.language = language;
    map.require("name");
    form.name = map.localized_or("name", language, "");
    form.basis = map.localized_or("basis", language, "");
    map.require("title");
    form.title = map.localized_or("title", language, "");
    read_years(context, map, form);
    read_period(context, map, form);
    for (const YamlNode* node : map.items("tables")) read_table(context, *node, language, form);
    read_sections(context, map, language, form);
    add_total_rules(language, form);
    for (const YamlNode* node : map.items("rules")) read_rule(context, *node, language, form);
    form.series.continues.resize(form.cells.size());
    if (const YamlNode* node = map.get("series")) read_series(context, *node, form);
    for (const YamlNode* node : map.items("indicators")) {
      if (auto indicator = read_indicator(context, *node, language, form)) {
        form.indicators.push_back(*std::move(indicator));
      }
    }
    for (const YamlNode* node : map.items("charts")) read_chart(context, *node, language, form);
    form.common_phrases = map.texts("common_phrases");
    map.finish();
    index_keys(form);
  }
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return {};
  return form;
}

std::vector<Indicator> resolve_indicators(const Form& form,
                                          const std::vector<IndicatorText>& texts) {
  std::vector<Indicator> indicators;
  for (const IndicatorText& text : texts) {
    std::optional<ExpressionError> error;
    auto quotient = parse_quotient(
        text.value, [&](const CellName& name) { return form.cell(name.text); }, error);
    if (!quotient) continue;
    indicators.push_back({text.id, text.label, std::move(quotient->numerator),
                          std::move(quotient->denominator), text.unit, text.mark});
  }
  return indicators;
}

}  // namespace gongkai
