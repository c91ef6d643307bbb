#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/published_cell.h"
#include "model/report.h"

namespace gongkai {

/// The canonical form of one table of a report: the text whose SHA-256 is published with it. It
/// depends on what the table says and on nothing else: not on how its YAML was laid out, not on the
/// order of rows, not on words and labels. docs/data.md describes it to the byte.
class CanonicalTable {
 public:
  CanonicalTable(std::string_view agency, std::string_view year, std::string_view form,
                 std::string_view scope, std::string_view table);
  /// In any order.
  void add(const PublishedCell& cell);
  std::string text() const;
  /// 64 lower-case hexadecimal digits.
  std::string digest() const;

 private:
  std::string head_;
  std::vector<std::string> lines_;
};

/// The digest of a report's table, by its index in the form.
std::string table_digest(const Report& report, std::size_t table);

/// The same with other cells in the place of the report's own.
std::string table_digest(const Report& report, std::size_t table, const std::vector<Cell>& cells);

/// The report's cells as they were published before the corrections of `date` and of later days:
/// totals that had been left out are added up anew.
std::vector<Cell> cells_before(const Report& report, const Date& date);

}  // namespace gongkai
