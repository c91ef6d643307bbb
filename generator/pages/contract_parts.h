#pragma once

#include <string_view>
#include <vector>

#include "pages/contract.h"

/// What several kinds of pages offer alike, for contract.cc: a figure, a printed table, the findings of
/// a report, a table through the years.
namespace gongkai::contract_parts {

using Names = std::vector<Name>;

inline Names operator+(Names a, const Names& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// A list that is false where it is empty, so that a template can put something around it.
inline Name list(std::string_view name, Names inside = {}) {
  return {name, {{"items", std::move(inside)}}};
}

inline const Names link_names = {{"label", {}}, {"link", {}}};

/// Of every page: frame.cc.
inline const Names frame_names = {
    {"lang", {}},
    {"site_title", {}},
    {"title", {}},
    {"full_title", {}},
    {"description", {}},
    {"canonical", {}},
    {"policy", {}},
    {"locale", {}},
    {"is_article", {}},
    {"mounted", {}},
    {"linked_data", {}},
    {"feed", {}},
    list("labels", {{"name", {}}, {"content", {}}}),
    {"assets", {}},
    {"home", {}},
    {"search", {}},
    {"glossary", {}},
    {"site_map", {}},
    {"menu", link_names + Names{{"current", {}}}},
    {"crumbs", link_names + Names{{"host", {}}}},
    {"publisher",
     {{"name", {}},
      {"address", {}},
      {"postcode", {}},
      {"phone", {}},
      {"email", {}},
      {"apply_url", {}}}},
    {"government", {{"site_id_code", {}}, {"icp", {}}, {"police_record", {}}, {"party_government_id", {}}}},
};

/// A figure: figures.cc.
inline const Names figure_names = {{"class", {}}, {"text", {}}, {"spoken", {}}, {"note", {}}};

/// An indicator: figures.cc.
inline const Names indicator_names = {{"class", {}}, {"text", {}}, {"detail", {}}};

/// A chart and the table of its numbers: chart_view.cc.
inline const Names chart_names = {
    {"id", {}},
    {"title", {}},
    {"svg", {}},
    list("legend", {{"swatch", {}}, {"label", {}}}),
    {"notes", {}},
    {"place", {}},
    {"columns", {}},
    {"rows", {{"label", {}}, {"cells", {}}}},
};

/// All charts of a page.
inline const Name charts_name = {"charts", {{"patterns", {}}, {"items", chart_names}}};

inline const Names fact_names = {{"label", {}}, {"text", {}}, {"link", {}}};

/// A head of a printed table: grid.cc.
inline const Names head_names = {{"class", {}}, {"scope", {}}, {"text", {}},    {"id", {}},
                          {"abbr", {}},  {"link", {}},  {"across", {}},  {"colspan", {}}, {"rowspan", {}}};

/// A table as the form prints it: grid.cc.
inline const Names grid_names = {
    {"id", {}},
    {"caption", {}},
    {"class", {}},
    {"head_rows",
     {{"corner", {{"text", {}}, {"nested", {}}, {"colspan", {}}, {"rowspan", {}}}},
      {"cells", head_names}}},
    {"rows",
     {{"class", {}}, {"heads", head_names}, {"cells", figure_names + Names{{"headers", {}}, {"anchor", {}}}}}},
};

/// The findings of a report: report_checks.cc.
inline const Names finding_groups_names = {
    {"label", {}},
    {"count", {}},
    {"rules",
     {{"text", {}},
      {"count", {}},
      {"items",
       {{"place", {}}, {"link", {}}, {"numbers", {}}, {"reason", {}}, {"explanation", {}}}}}}};

inline const Names checks_names = {
    {"summary", {}},
    {"attention", finding_groups_names},
    {"tables", {{"caption", {}}, {"summary", {}}, {"groups", finding_groups_names}}},
    list("unruled"),
};

/// The digests of a report's tables: citation.cc.
inline const Name digests_name = list("digests", {{"label", {}}, {"digest", {}}});

/// A table through the years: series_table.cc.
inline const Names series_table_names = {
    {"id", {}},
    {"caption", {}},
    {"years", {}},
    {"columns", {}},
    {"has_change", {}},
    {"has_break", {}},
    {"has_gap", {}},
    {"has_spark", {}},
    {"blocks",
     {{"heading", {}},
      {"rows",
       {{"class", {}},
        {"label", {}},
        {"link", {}},
        {"points", figure_names + Names{{"breaks", {}}}},
        {"spark", {}},
        {"difference", {}},
        {"percent", {}}}}}},
};

}  // namespace gongkai::contract_parts
