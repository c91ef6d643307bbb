#include "pages/contract.h"

#include <cassert>
#include <map>
#include <string>

#include "pages/contract_parts.h"

namespace gongkai {

namespace {

using namespace contract_parts;

const Names report_names = {
    {"draft", {}},
    {"facts", fact_names},
    {"key_sentence", {}},
    list("key_figures", indicator_names + Names{{"label", {}}, {"change", {}}}),
    {"previous", link_names},
    {"next", link_names},
    {"sections",
     {{"id", {}},
      {"title", {}},
      {"narrative", {}},
      {"empty", {}},
      {"zero", {}},
      {"grids", grid_names},
      list("legend")}},
    {"checks", checks_names},
    list("corrections", {{"date", {}}, {"figures", {}}, {"link", {}}, {"text", {}}}),
    list("attachments", link_names + Names{{"kind", {}}, {"size", {}}}),
    {"source", link_names},
    list("siblings", link_names),
    {"year_link", link_names},
    {"downloads", link_names + Names{{"files", link_names + Names{{"kind", {}}}}}},
    digests_name,
    {"cite", {}},
};

const Names agency_names = {
    {"side_by_side", link_names},
    {"facts", fact_names},
    {"reports",
     link_names +
         Names{{"year", {}}, {"published", {}}, {"scope", {}}, {"draft", {}}, {"withdrawn", {}}}},
    charts_name,
    list("tables", series_table_names),
    list("explanations",
         {{"year", {}},
          {"outcome", {}},
          {"rule", {}},
          {"place", {}},
          {"link", {}},
          {"numbers", {}},
          {"explanation", {}}}),
    list("corrections",
         {{"year", {}}, {"date", {}}, {"figures", {}}, {"link", {}}, {"text", {}}}),
    {"data", link_names},
};

const Names agency_entry_names =
    link_names + Names{{"missing", {}}, {"depth", {}}, {"years", link_names}, {"data", {}}};

/// The pages of the parts of a divided page: part_links.cc.
const Name parts_name = list("parts", link_names + Names{{"count", {}}});

const Names agencies_names = {
    {"kinds", {{"id", {}}, {"label", {}}, {"count", {}}, {"agencies", agency_entry_names}}},
    list("hierarchy", agency_entry_names),
    parts_name,
};

/// The indicators of a year: indicator_table.cc.
const Names indicator_table_names = {
    {"id", {}},
    {"form", {}},
    {"basis", {}},
    {"columns", {}},
    {"rows", link_names + Names{{"depth", {}},
                                {"kind", {}},
                                {"scope", {}},
                                {"draft", {}},
                                {"values", indicator_names}}},
    list("kinds", {{"label", {}}, {"count", {}}, {"values", indicator_names}}),
    list("totals", indicator_names),
    {"contained", {{"summary", {}}, {"lines", {}}}},
    list("rankings", {{"label", {}},
                      {"base", {}},
                      {"cut", {}},
                      {"entries", link_names + indicator_names + Names{{"rank", {}}}}}),
};

const Names year_names = {
    {"summary", {}},
    {"kinds",
     {{"label", {}},
      {"reports",
       link_names +
           Names{{"published", {}}, {"scope", {}}, {"draft", {}}, {"duty", {}}, {"late", {}}}}}},
    {"coverage", {}},
    list("missing", {{"label", {}}, {"duty", {}}}),
    list("tables", indicator_table_names),
    charts_name,
    {"multiples",
     {{"title", {}},
      {"note", {}},
      {"years", {}},
      {"items", link_names + Names{{"svg", {}}, {"cells", {}}}}}},
    parts_name,
    {"data", link_names},
    {"previous", link_names},
    {"next", link_names},
};

const Names years_names = {
    {"years", link_names + Names{{"count", {}}, {"reports", link_names}}},
};

const Names home_names = {
    {"introduction", {}},
    {"newest",
     link_names +
         Names{{"title", {}},
               {"summary", {}},
               list("coverage"),
               {"forms", {{"contains", {}}, {"totals", indicator_names + Names{{"label", {}}}}}},
               {"reports", link_names + Names{{"published", {}}}}}},
    charts_name,
    list("years", link_names),
    {"ways", link_names + Names{{"text", {}}}},
};

const Names compare_names = {
    {"side_by_side", link_names},
    {"years", link_names},
    {"forms",
     {{"name", {}},
      {"basis", {}},
      {"tables",
       {{"id", {}},
        {"caption", {}},
        {"rows", {{"label", {}}, {"class", {}}, {"columns", link_names}}}}}}},
};

const Names side_by_side_names = {{"years", link_names}, {"agencies", link_names}};

const Names one_figure_names = {
    {"table", {}},
    {"help", {}},
    {"unit", {}},
    {"derived", {}},
    list("columns", link_names + Names{{"current", {}}}),
    {"years", {}},
    {"rows", link_names + Names{{"points", figure_names + Names{{"breaks", {}}, {"link", {}}}},
                                {"spark", {}}}},
    {"chart", chart_names},
    {"has_spark", {}},
    list("totals", {{"class", {}}, {"text", {}}}),
    list("contained"),
    parts_name,
    {"has_change", {}},
    {"has_break", {}},
    {"has_gap", {}},
};

/// Agencies × years: coverage.cc.
const Names coverage_names = {
    {"years", {}},
    {"columns", {}},
    {"kinds",
     {{"label", {}},
      {"rows",
       {{"label", {}},
        {"cells", {{"class", {}}, {"text", {}}, {"spoken", {}}, {"link", {}}}}}}}},
    parts_name,
};

const Names all_checks_names = {
    {"forms",
     {{"name", {}},
      {"basis", {}},
      {"totals", {}},
      {"rules", {{"text", {}}, {"previous", {}}, {"strict", {}}}}}},
    {"outcomes", {}},
    {"years", link_names + Names{{"reports", {}}, {"counts", {}}, {"attention", {}}}},
    list("unassessed", {{"year", {}}, {"reason", {}}, {"rules", {}}, {"reports", {}}}),
    {"coverage", link_names},
};

const Names checks_year_names = {
    list("findings", link_names + Names{{"findings",
                                         {{"outcome", {}},
                                          {"failed", {}},
                                          {"rule", {}},
                                          {"place", {}},
                                          {"link", {}},
                                          {"numbers", {}},
                                          {"explanation", {}}}}}),
    {"outcomes", {}},
    {"reports", link_names + Names{{"counts", {}}, {"attention", {}}}},
    parts_name,
};

const Names data_file_names = link_names + Names{{"kind", {}}, {"name", {}}};

const Names downloads_names = {
    {"back", link_names},    {"too_long", {}}, {"files", data_file_names}, digests_name,
    {"cite", {}},            {"json_ld", {}},  list("reports", link_names),
};

const Names data_names = {
    {"years", link_names + Names{{"count", {}}}},
    {"files", data_file_names},
    {"codebook", link_names},
    {"json_ld", {}},
};

const Names codebook_names = {
    {"files", data_file_names},
    {"forms",
     {{"id", {}},
      {"name", {}},
      {"basis", {}},
      {"years", {}},
      {"after", {}},
      {"tables",
       {{"id", {}},
        {"caption", {}},
        {"cells",
         {{"address", {}}, {"label", {}}, {"type", {}}, {"unit", {}}, {"series", {}}}}}}}},
};

const Names glossary_entry_names = {
    {"id", {}}, {"label", {}}, {"depth", {}}, {"help", {}}, {"link", {}}};

const Names glossary_names = {
    list("forms", link_names + Names{{"basis", {}}}),
    list("tables",
         {{"id", {}},
          {"caption", {}},
          {"help", {}},
          list("rows", glossary_entry_names),
          list("columns", glossary_entry_names)}),
};

const Names site_map_names = {
    list("years", link_names), list("forms", link_names), list("pages", link_names),
    {"others", link_names}};

const Names free_page_names = {{"text", {}}};
const Names search_names = {{"script", {}}, {"indexes", link_names}};
const Names withdrawn_names = {{"date", {}}, {"text", {}}, {"agency_link", {}}};
const Names moved_names = {{"agency", {}}, {"target", {}}};
const Names not_found_names = {{"base_url", {}}};

constexpr std::string_view kinds[] = {"home",   "agencies",  "agency",   "report",  "withdrawn",
                                      "moved",  "years",     "year",     "compare", "figure",
                                      "side_by_side", "checks", "checks_year", "coverage",
                                      "search", "free_page", "downloads", "data",
                                      "codebook", "glossary",  "site_map", "not_found"};

const std::map<std::string_view, Names>& contracts() {
  static const std::map<std::string_view, Names> all = {
      {"home", frame_names + home_names},           {"agencies", frame_names + agencies_names},
      {"agency", frame_names + agency_names},       {"report", frame_names + report_names},
      {"withdrawn", frame_names + withdrawn_names}, {"moved", frame_names + moved_names},
      {"years", frame_names + years_names},         {"year", frame_names + year_names},
      {"compare", frame_names + compare_names},     {"figure", frame_names + one_figure_names},
      {"checks_year", frame_names + checks_year_names},
      {"coverage", frame_names + coverage_names},
      {"side_by_side", frame_names + side_by_side_names},
      {"checks", frame_names + all_checks_names},   {"search", frame_names + search_names},
      {"free_page", frame_names + free_page_names}, {"downloads", frame_names + downloads_names},
      {"data", frame_names + data_names},           {"codebook", frame_names + codebook_names},
      {"glossary", frame_names + glossary_names},
      {"site_map", frame_names + site_map_names},
      {"not_found", frame_names + not_found_names},
  };
  return all;
}

}  // namespace

std::span<const std::string_view> page_kinds() { return kinds; }

const std::vector<Name>& contract(std::string_view page_kind) {
  auto found = contracts().find(page_kind);
  assert(found != contracts().end());
  return found->second;
}

}  // namespace gongkai
