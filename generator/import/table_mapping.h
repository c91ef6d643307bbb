#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/agency.h"
#include "model/catalog.h"

namespace gongkai {

/// A column of a table of figures and the cell in which its values belong.
struct MappedColumn {
  std::string header;
  CellIndex cell = no_cell;
  Mark mark;  ///< of the header in the mapping
};

/// One kind of file. Files are told apart by the headers of their columns, not by their names.
struct MappedFile {
  std::vector<MappedColumn> columns;
  Mark mark;
};

/// Rows are read only where this column holds this text.
struct RowCondition {
  std::string column, text;
  Mark mark;
};

/// What the mapping settles for one agency. `agency.name` is how files and agency.yaml call it; of
/// the others, what is not given is empty.
struct MappedAgency {
  Agency agency;
  std::string kind;                ///< empty: that of the mapping
  std::vector<std::string> also;   ///< other ways in which files write the name
  Mark mark;
};

/// How tables of figures, a row an agency, are read into reports: what the mapping file says.
struct TableMapping {
  std::string file;
  const Form* form = nullptr;
  std::string agency_column;
  Mark agency_mark;
  std::string year_column;  ///< empty where `year` holds for all rows
  Mark year_mark;
  std::optional<int> year;
  std::vector<RowCondition> only;
  std::vector<std::string> not_agencies;  ///< names of rows that are none: published totals
  std::vector<std::string> ignore;        ///< columns that are known and not read
  /// What else is met in cells → `~`, `N/A` or `<1`. Never a figure: what a blank means only the
  /// agency can say.
  std::map<std::string, std::string> synonyms;
  std::string kind;  ///< of agencies that are new; may be empty where each has its own
  std::optional<Scope> scope;   ///< none: the reports do not say
  std::optional<Source> source;            ///< {year} in it stands for the year
  std::optional<Date> published;
  std::vector<MappedFile> files;
  std::vector<MappedAgency> agencies;
};

/// Reads a mapping; `file` is a path from the working directory. The catalog gives the forms and the
/// kinds of agencies. Returns nothing after an error.
std::optional<TableMapping> load_table_mapping(const std::string& file, const Catalog& catalog,
                                               Diagnostics& diagnostics);

}  // namespace gongkai
