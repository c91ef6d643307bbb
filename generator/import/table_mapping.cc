#include "import/table_mapping.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "diagnostics/codes/tables.h"
#include "load/agency.h"
#include "load/reader.h"
#include "model/address.h"

namespace gongkai {
namespace {

const Form* read_form(const FileContext& context, const Catalog& catalog, MapReader& map) {
  const YamlNode* node = map.require("form");
  if (!node || !expect_text(context, *node)) return nullptr;
  const Form* form = catalog.form(node->text);
  if (!form) {
    std::vector<std::string> known;
    for (const Form& other : catalog.forms) known.push_back(other.id);
    suggest(context.error(codes::unknown_form, context.at(*node), {node->text}), node->text, known);
  }
  return form;
}

// `year: Fiscal Year` names a column, `year: 2021` holds for all rows.
void read_year(const FileContext& context, MapReader& map, TableMapping& mapping) {
  const YamlNode* node = map.require("year");
  if (!node || !expect_text(context, *node)) return;
  mapping.year_mark = node->mark;
  const auto number = Decimal::parse(node->text);
  if (number && node->text.size() == 4 && number->places() == 0) {
    mapping.year = static_cast<int>(number->units());
  } else {
    mapping.year_column = node->text;
  }
}

void read_only(const FileContext& context, MapReader& map, TableMapping& mapping) {
  const YamlNode* node = map.get("only");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    if (!expect_text(context, entry.value)) continue;
    mapping.only.push_back({entry.key, entry.value.text, entry.mark});
  }
}

void read_synonyms(const FileContext& context, MapReader& map, TableMapping& mapping) {
  const YamlNode* node = map.get("synonyms");
  if (!node || !expect_map(context, *node)) return;
  for (const YamlNode::Entry& entry : node->entries) {
    const std::string meaning = entry.value.is_null() ? "~" : entry.value.text;
    if (meaning != "~" && meaning != "N/A" && meaning != "<1") {
      context.error(codes::invalid_value, context.at(entry.value), {meaning, "~ | N/A | <1"});
    }
    mapping.synonyms[entry.key] = meaning;
  }
}

void read_source(const FileContext& context, MapReader& map, TableMapping& mapping) {
  const YamlNode* node = map.get("source");
  if (!node) return;
  MapReader fields(context, *node);
  Source source;
  source.title = fields.required_text("title");
  source.url = fields.text_or("url", "");
  fields.finish();
  mapping.source = std::move(source);
}

CellIndex read_cell(const FileContext& context, const Form& form, const YamlNode& node) {
  if (!expect_text(context, node)) return no_cell;
  const AddressResult address = resolve_address(form, node.text);
  if (address.cell != no_cell) return address.cell;
  if (!address.candidates.empty()) {
    context.error(codes::ambiguous_cell, context.at(node),
                  {node.text, fmt::format("{}", fmt::join(address.candidates, ", "))});
    return no_cell;
  }
  Diagnostic& d = context.error(codes::unknown_cell, context.at(node), {node.text});
  if (!address.nearest.empty()) d.notes.push_back({&notes::did_you_mean, {}, {address.nearest}});
  return no_cell;
}

void read_files(const FileContext& context, MapReader& map, TableMapping& mapping) {
  map.require("files");
  std::map<CellIndex, Mark> taken;
  for (const YamlNode* item : map.items("files")) {
    MapReader fields(context, *item);
    MappedFile file;
    file.mark = item->mark;
    const YamlNode* columns = fields.require("columns");
    fields.finish();
    if (!columns || !expect_map(context, *columns)) continue;
    for (const YamlNode::Entry& entry : columns->entries) {
      const CellIndex cell = read_cell(context, *mapping.form, entry.value);
      if (cell == no_cell) continue;
      const auto [first, added] = taken.emplace(cell, entry.value.mark);
      if (!added) {
        Diagnostic& d = context.error(codes::mapped_twice, context.at(entry.value),
                                      {mapping.form->cells[cell].address});
        d.notes.push_back({&notes::first_given_here, context.at(first->second), {}});
      }
      file.columns.push_back({entry.key, cell, entry.mark});
    }
    mapping.files.push_back(std::move(file));
  }
}

std::string read_kind(const FileContext& context, const Catalog& catalog, MapReader& map) {
  const YamlNode* node = map.get("kind");
  if (!node || !expect_text(context, *node)) return {};
  std::vector<std::string> known;
  for (const AgencyKind& kind : catalog.settings.kinds) known.push_back(kind.id);
  if (std::find(known.begin(), known.end(), node->text) == known.end()) {
    suggest(context.error(codes::unknown_kind, context.at(*node), {node->text}), node->text, known);
  }
  return node->text;
}

bool is_agency_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

MappedAgency read_agency(const FileContext& context, const Catalog& catalog,
                         const YamlNode& node) {
  MapReader fields(context, node);
  MappedAgency mapped;
  mapped.mark = node.mark;
  Agency& agency = mapped.agency;
  agency.name = fields.required_text("name");
  agency.id = fields.text_or("id", "");
  if (!agency.id.empty() && !is_agency_id(agency.id)) {
    context.error(codes::invalid_value, context.at(*fields.get("id")), {agency.id, "a-z 0-9 -"});
  }
  read_agency_fields(context, fields, agency);
  mapped.kind = read_kind(context, catalog, fields);
  mapped.also = fields.texts("also");
  fields.finish();
  return mapped;
}

}  // namespace

std::optional<TableMapping> load_table_mapping(const std::string& file, const Catalog& catalog,
                                               Diagnostics& diagnostics) {
  Diagnostics own;
  TableMapping mapping;
  mapping.file = file;
  const FileContext context{file, own};
  if (const auto root = read_yaml(SiteFiles{}, file, own)) {
    MapReader map(context, *root);
    mapping.form = read_form(context, catalog, map);
    mapping.agency_column = map.required_text("agency");
    mapping.agency_mark = map.mark_of("agency");
    read_year(context, map, mapping);
    read_only(context, map, mapping);
    mapping.not_agencies = map.texts("not_agencies");
    mapping.ignore = map.texts("ignore");
    read_synonyms(context, map, mapping);
    mapping.kind = read_kind(context, catalog, map);
    const std::string scope = map.word_or("scope", {"own", "all"}, "");
    if (!scope.empty()) mapping.scope = scope == "all" ? Scope::all : Scope::own;
    read_source(context, map, mapping);
    mapping.published = map.date("published");
    if (mapping.form) {
      read_files(context, map, mapping);
    } else {
      map.require("files");
    }
    for (const YamlNode* item : map.items("agencies")) {
      mapping.agencies.push_back(read_agency(context, catalog, *item));
    }
    map.finish();
  }
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return {};
  return mapping;
}

}  // namespace gongkai
