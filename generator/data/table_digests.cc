#include "data/table_digests.h"

#include <algorithm>
#include <vector>

#include "data/csv.h"
#include "data/json.h"
#include "data/long_data.h"
#include "model/digest.h"
#include "model/published_cell.h"

namespace gongkai {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::size_t digest_length = 64;

/// Where columns stand in a file of long data.
class Columns {
 public:
  explicit Columns(const std::vector<std::string>& header) : header_(header) {}
  bool complete() const {
    return std::ranges::all_of(long_data_columns(), [&](const DataColumn& column) {
      return std::ranges::find(header_, column.title) != header_.end();
    });
  }
  std::size_t operator[](std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(header_, name) - header_.begin());
  }

 private:
  const std::vector<std::string>& header_;
};

/// The address of a cell from its parts, as forms make it: a part may be empty.
std::string address_of(const std::string& table, const std::string& row,
                       const std::string& column) {
  std::string address = table;
  for (const std::string* part : {&row, &column}) {
    if (!part->empty()) address += "." + *part;
  }
  return address;
}

}  // namespace

void write_digests_text(std::span<const Report* const> reports, std::string& out) {
  for (const Report* report : reports) {
    const std::string folder =
        "agencies/" + report->agency->id + "/" + std::to_string(report->year) + "/data/";
    for (std::size_t table = 0; table < report->form->tables.size(); ++table) {
      out += table_digest(*report, table) + "  " + folder + report->form->tables[table].id + "\n";
    }
  }
}

void write_digests_json(std::span<const Report* const> reports, std::string& out) {
  JsonWriter json(out);
  json.object(Layout::open).key("tables").list(Layout::open);
  for (const Report* report : reports) {
    for (std::size_t table = 0; table < report->form->tables.size(); ++table) {
      json.object().member("agency", report->agency->id);
      json.key("year").number(std::to_string(report->year));
      json.member("form", report->form->id)
          .member("scope", data_word(report->scope))
          .member("table", report->form->tables[table].id)
          .member("sha256", table_digest(*report, table))
          .end();
    }
  }
  json.end().end();
  out += '\n';
}

std::map<std::string, std::string, std::less<>> read_digests(std::string_view text) {
  std::map<std::string, std::string, std::less<>> digests;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.size() > digest_length + 2 && line.substr(digest_length, 2) == "  ") {
      digests.emplace(line.substr(digest_length + 2), line.substr(0, digest_length));
    }
  }
  return digests;
}

std::map<std::string, std::string, std::less<>> digests_of_long_data(std::string_view csv) {
  const std::vector<std::vector<std::string>> lines = read_csv(csv);
  if (lines.empty()) return {};
  const Columns columns(lines[0]);
  if (!columns.complete()) return {};
  std::map<std::string, CanonicalTable> tables;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string>& line = lines[i];
    if (line.size() != lines[0].size()) return {};
    auto field = [&](std::string_view name) -> const std::string& { return line[columns[name]]; };
    const std::string& table = field("table");
    const std::string address = address_of(table, field("row"), field("column"));
    const auto found = tables.try_emplace(table, field("agency"), field("year"), field("form"),
                                          field("scope"), table);
    found.first->second.add({address, field("state"), field("value"), field("text"), field("unit"),
                             field("origin"), field("note")});
  }
  std::map<std::string, std::string, std::less<>> digests;
  for (const auto& [table, canonical] : tables) digests.emplace(table, canonical.digest());
  return digests;
}

}  // namespace gongkai
