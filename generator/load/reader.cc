#include "load/reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "diagnostics/suggestion.h"
#include "load/full_width.h"
#include "model/decimal.h"

namespace gongkai {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `一：[…]` where a map is due is a text for YAML: the colon is the wrong one.
bool report_full_width_scalar(const FileContext& context, const YamlNode& node) {
  if (!node.is_scalar() || node.quoted) return false;
  const auto found = find_full_width(node.text);
  if (!found) return false;
  context.diagnostics.add(full_width_error(context.file, node.mark, *found));
  return true;
}

}  // namespace

void suggest(Diagnostic& diagnostic, std::string_view written,
             const std::vector<std::string>& known) {
  if (const auto near = nearest(written, known)) {
    diagnostic.notes.push_back({&notes::did_you_mean, {}, {*near}});
    return;
  }
  std::vector<std::string> names;
  for (const std::string& name : known) {
    if (!name.empty()) names.push_back(name);
  }
  if (names.empty()) return;
  diagnostic.notes.push_back({&notes::known_keys, {}, {fmt::format("{}", fmt::join(names, ", "))}});
}

bool expect_text(const FileContext& context, const YamlNode& node) {
  if (node.is_scalar()) return true;
  context.error(codes::expected_text, context.at(node));
  return false;
}

bool expect_map(const FileContext& context, const YamlNode& node) {
  if (node.is_map()) return true;
  if (!report_full_width_scalar(context, node)) {
    context.error(codes::expected_map, context.at(node));
  }
  return false;
}

bool report_missing_space(const FileContext& context, const YamlNode::Entry& entry) {
  const std::size_t colon = entry.key.find(':');
  if (colon == std::string::npos || !entry.value.is_null()) return false;
  Mark mark = entry.mark;
  mark.column += static_cast<std::uint32_t>(colon);
  context.error(codes::colon_without_space, context.at(mark));
  return true;
}

MapReader::MapReader(const FileContext& context, const YamlNode& node)
    : context_(context), node_(node) {
  if (!node.is_null()) expect_map(context, node);
}

const YamlNode* MapReader::get(std::string_view key) {
  asked_.emplace(key);
  const YamlNode* value = node_.find(key);
  return value && !value->is_null() ? value : nullptr;
}

const YamlNode* MapReader::require(std::string_view key) {
  const YamlNode* value = get(key);
  if (!value && (node_.is_map() || node_.is_null())) {
    context_.error(codes::missing_key, context_.at(mark_of(key)), {std::string(key)});
  }
  return value;
}

Mark MapReader::mark_of(std::string_view key) const {
  for (const YamlNode::Entry& entry : node_.entries) {
    if (entry.key == key) return entry.mark;
  }
  return node_.mark;
}

std::optional<std::string> MapReader::text(std::string_view key) {
  const YamlNode* value = get(key);
  if (!value || !expect_text(context_, *value)) return {};
  return value->text;
}

std::string MapReader::text_or(std::string_view key, std::string fallback) {
  return text(key).value_or(std::move(fallback));
}

std::string MapReader::required_text(std::string_view key) {
  const YamlNode* value = require(key);
  return value && expect_text(context_, *value) ? value->text : std::string();
}

bool MapReader::boolean_or(std::string_view key, bool fallback) {
  return word_or(key, {"true", "false"}, fallback ? "true" : "false") == "true";
}

std::optional<int> MapReader::integer(std::string_view key, int least, int most) {
  const YamlNode* value = get(key);
  if (!value || !expect_text(context_, *value)) return {};
  const auto number = Decimal::parse(value->text);
  if (number && number->places() == 0 && *number >= Decimal(least) && *number <= Decimal(most)) {
    return static_cast<int>(number->units());
  }
  context_.error(codes::invalid_value, context_.at(*value),
                 {value->text, fmt::format("{}–{}", least, most)});
  return {};
}

std::optional<Date> MapReader::date(std::string_view key) {
  const YamlNode* value = get(key);
  if (!value || !expect_text(context_, *value)) return {};
  const auto date = Date::parse(value->text);
  if (!date) {
    context_.error(codes::invalid_value, context_.at(*value), {value->text, "YYYY-MM-DD"});
  }
  return date;
}

std::string MapReader::word_or(std::string_view key, const std::vector<std::string>& words,
                               std::string fallback) {
  const YamlNode* value = get(key);
  if (!value || !expect_text(context_, *value)) return fallback;
  if (std::find(words.begin(), words.end(), value->text) != words.end()) return value->text;
  context_.error(codes::invalid_value, context_.at(*value),
                 {value->text, fmt::format("{}", fmt::join(words, " | "))});
  return fallback;
}

std::string MapReader::localized_or(std::string_view key, const std::string& language,
                                    std::string fallback) {
  const YamlNode* value = get(key);
  if (!value) return fallback;
  if (!value->is_map()) {
    if (expect_text(context_, *value)) return value->text;
    return fallback;
  }
  MapReader languages(context_, *value);
  const auto zh = languages.text("zh-CN"), en = languages.text("en");
  languages.finish();
  const auto& chosen = language == "en" ? en : zh;
  const auto& other = language == "en" ? zh : en;
  if (chosen) return *chosen;
  if (other) return *other;
  return fallback;
}

std::vector<const YamlNode*> MapReader::items(std::string_view key) {
  const YamlNode* value = get(key);
  std::vector<const YamlNode*> items;
  if (!value) return items;
  if (!value->is_list()) {
    items.push_back(value);
  } else {
    for (const YamlNode& item : value->items) items.push_back(&item);
  }
  return items;
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  std::vector<std::string> texts;
  for (const YamlNode* item : items(key)) {
    if (expect_text(context_, *item)) texts.push_back(item->text);
  }
  return texts;
}

void MapReader::finish() {
  for (std::size_t i = 0; i < node_.entries.size(); ++i) {
    const YamlNode::Entry& entry = node_.entries[i];
    if (asked_.count(entry.key)) continue;
    // {people: 10, firms: 1,234}: YAML reads a key 234 without a value.
    if (i > 0 && is_digits(entry.key) && entry.value.is_null() &&
        is_digits(node_.entries[i - 1].value.text)) {
      const YamlNode& number = node_.entries[i - 1].value;
      context_.error(codes::comma_in_number, context_.at(number),
                     {number.text + "," + entry.key});
      continue;
    }
    if (report_missing_space(context_, entry)) continue;
    if (const auto wide = find_full_width(entry.key); wide && asked_.count(half_width(entry.key))) {
      context_.diagnostics.add(full_width_error(context_.file, entry.mark, *wide));
      continue;
    }
    Diagnostic& d = context_.error(codes::unknown_key, context_.at(entry.mark, entry.key.size()),
                                   {entry.key});
    suggest(d, entry.key, {asked_.begin(), asked_.end()});
  }
}

std::optional<YamlNode> read_yaml(const SiteFiles& site, const std::string& file,
                                  Diagnostics& diagnostics) {
  const auto source = read_text(site, file, diagnostics);
  if (!source) return {};
  std::optional<YamlNode> root = parse_yaml(*source, diagnostics);
  if (root && root->is_null()) {
    diagnostics.add(codes::empty_file, {file, {}, 0});
    return {};
  }
  return root;
}

}  // namespace gongkai
