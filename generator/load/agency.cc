#include "load/agency.h"

#include <fmt/format.h>

#include <filesystem>

namespace gongkai {
namespace {

int read_kind(const FileContext& context, const Settings& settings, MapReader& map) {
  const std::string id = map.required_text("kind");
  std::vector<std::string> known;
  for (std::size_t i = 0; i < settings.kinds.size(); ++i) {
    if (settings.kinds[i].id == id) return static_cast<int>(i);
    known.push_back(settings.kinds[i].id);
  }
  if (const YamlNode* node = map.get("kind")) {
    suggest(context.error(codes::unknown_kind, context.at(*node), {id}), id, known);
  }
  return 0;
}

std::optional<ReportingYears> read_years(const FileContext& context, MapReader& map) {
  const YamlNode* node = map.get("reports");
  if (!node) return {};
  MapReader years(context, *node);
  ReportingYears read;
  years.require("from");
  read.from = years.integer("from", 1900, 9999).value_or(0);
  read.until = years.integer("until", 1900, 9999).value_or(9999);
  years.finish();
  if (read.until < read.from) {
    context.error(codes::years_reversed, context.at(node->mark),
                  {std::to_string(read.from), std::to_string(read.until)});
  }
  return read;
}

std::vector<FormerName> read_former_names(const FileContext& context, MapReader& map) {
  std::vector<FormerName> names;
  for (const YamlNode* item : map.items("former_names")) {
    MapReader fields(context, *item);
    FormerName former;
    former.name = fields.required_text("name");
    fields.require("until");
    former.until = fields.integer("until", 1900, 9999).value_or(0);
    fields.finish();
    names.push_back(std::move(former));
  }
  return names;
}

}  // namespace

void read_agency_fields(const FileContext& context, MapReader& map, Agency& agency) {
  agency.short_name = map.text_or("short_name", "");
  agency.parent = map.text_or("parent", "");
  if (const YamlNode* parent = map.get("parent")) agency.parent_mark = parent->mark;
  agency.reports = read_years(context, map);
  if (agency.reports) agency.reports_mark = map.mark_of("reports");
  agency.former_ids = map.texts("former_ids");
  for (const YamlNode* id : map.items("former_ids")) agency.former_id_marks.push_back(id->mark);
  agency.former_names = read_former_names(context, map);
  agency.succeeds = map.texts("succeeds");
  for (const YamlNode* id : map.items("succeeds")) agency.succeeds_marks.push_back(id->mark);
}

std::optional<Agency> load_agency(const SiteFiles& site, const Settings& settings,
                                  const std::string& folder, Diagnostics& diagnostics) {
  Diagnostics own;
  Agency agency;
  agency.folder = folder;
  agency.id = std::filesystem::path(folder).filename().string();
  const FileContext context{agency.file(), own};
  if (const auto root = read_yaml(site, agency.file(), own)) {
    MapReader map(context, *root);
    agency.name = map.required_text("name");
    if (const YamlNode* name = map.get("name")) agency.mark = name->mark;
    agency.kind = read_kind(context, settings, map);
    read_agency_fields(context, map, agency);
    if (agency.short_name.empty()) agency.short_name = agency.name;
    map.finish();
  }
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return {};
  return agency;
}

}  // namespace gongkai
