#include "data/csv_metadata.h"

#include "data/csv.h"
#include "data/json.h"

namespace gongkai {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::string_view context = "http://www.w3.org/ns/csvw";

}  // namespace

void write_table_schema(const std::vector<DataColumn>& columns, std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open).member("@context", context).key("columns").list(Layout::open);
  for (const DataColumn& column : columns) {
    json.object()
        .member("name", column.name)
        .member("titles", neutralised(column.title))
        .member("datatype", column.type)
        .optional("separator", column.separator);
    if (column.figure) {
      json.key("null").list().text("").text(not_applicable_mark).text(below_limit_mark).end();
    }
    json.end();
  }
  json.end().end();
  out += '\n';
}

void write_csv_metadata(const std::vector<std::pair<std::string, std::string>>& schema_by_csv,
                        std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open).member("@context", context).key("tables").list(Layout::open);
  for (const auto& [csv, schema] : schema_by_csv) {
    json.object().member("url", csv).member("tableSchema", schema).end();
  }
  json.end().end();
  out += '\n';
}

}  // namespace gongkai
