#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/position.h"
#include "model/expression.h"
#include "model/key_index.h"

namespace gongkai {

/// The type of a cell's figure: what may be written there and how it is printed.
enum class FigureType { count, signed_count, decimal, money, days, percent, text };

/// Index of a cell in Form::cells and in Report::cells.
using CellIndex = std::uint32_t;
inline constexpr CellIndex no_cell = UINT32_MAX;

/// One row or one column as the form prints it: a leaf, which holds figures, or a head over others.
/// The lines of an axis stand in print order, parents before their children.
struct Line {
  std::string id;      ///< empty for a head that has no address
  std::string label;   ///< as printed, to the character, in the site's language
  std::string number;  ///< full printed number (三（三）5); empty where the form prints none
  std::string own_number;  ///< without those of its heads
  std::vector<std::string> aliases;
  std::string help;
  int parent = -1;  ///< index in the axis, -1 at the top
  int depth = 0;
  bool leaf = true;
  bool total = false;        ///< the sum of the other leaves under its parent
  bool unsplit = false;      ///< a head that may be filed as one line
  int first_leaf = 0, leaf_count = 1;  ///< which leaves (counted among leaves) it spans
  Mark mark;
};

/// Rows or columns of a block. A *slot* is a line that has cells: a leaf, or a head with an id.
struct Axis {
  std::vector<Line> lines;
  std::vector<int> slots;   ///< line index of each slot, in print order
  std::vector<int> leaves;  ///< line index of each leaf, in print order
  int depth = 1;            ///< levels of heads and leaves
  KeyIndex keys;            ///< what the lines answer to; of columns only

  int slot_of(int line) const;
};

/// A grid of cells with its own column heads. Most tables are one block; `proactive` is four.
struct Block {
  std::string caption;
  std::string corner;
  Axis columns;
  Axis rows;
  CellIndex first_cell = 0;  ///< cells stand row slot by row slot

  CellIndex cell(int row_slot, int column_slot) const {
    return first_cell + static_cast<CellIndex>(row_slot) *
                            static_cast<CellIndex>(columns.slots.size()) +
           static_cast<CellIndex>(column_slot);
  }
  CellIndex cell_count() const {
    return static_cast<CellIndex>(rows.slots.size() * columns.slots.size());
  }
};

/// A row in the sense of addresses and of report.yaml: what a key of a table may name. In most
/// tables it is a printed row; in a one-row table it is a column group. Heads and block captions
/// are rows too, so that keys can be nested under them.
struct Row {
  enum class Kind {
    leaf,     ///< holds figures
    head,     ///< stands over others; holds derived figures where it has an id
    caption,  ///< the caption of a block
  };
  Kind kind = Kind::leaf;
  std::string id;      ///< empty for heads and captions without an address
  std::string label;   ///< as printed
  std::string number;  ///< full printed number; empty where the form prints none
  std::string own_number;  ///< without those of its heads
  std::vector<std::string> aliases;
  std::string help;
  int parent = -1;  ///< index in Table::rows
  int block = 0;
  bool total = false;
  bool unsplit = false;  ///< a head that may be filed as one row
  /// One for each leaf column, in print order; empty for heads without an id and for captions.
  std::vector<CellIndex> cells;
};

struct Table {
  std::string id;
  std::string number;
  std::string caption;
  std::vector<std::string> aliases;
  std::string help;
  /// One row of figures under a tree of columns: the innermost column group with an id is the row
  /// of its cells' addresses (`disputes.review.total`). It has one block with one nameless row.
  bool one_row = false;
  bool additive = true;  ///< figures of several agencies may be added up
  std::vector<Block> blocks;
  /// In print order, heads before what stands under them. A one-row table without groups has a
  /// single leaf without id and label.
  std::vector<Row> rows;
  KeyIndex row_keys;  ///< what the rows answer to
  Mark mark;

  /// The row with an id, or null.
  const Row* row(std::string_view row_id) const;
};

/// What the form says of one cell.
struct CellSpec {
  std::string address;  ///< `requests.new.natural`, unique in the form
  std::string row_id;   ///< empty in a one-row table without groups
  std::string column_id;
  std::uint16_t table = 0, block = 0;
  std::uint16_t row = 0;  ///< index in Table::rows
  std::uint16_t row_slot = 0, column_slot = 0;
  FigureType type = FigureType::count;
  std::string unit;           ///< 件, 万元, days; empty where the form states none
  std::optional<int> digits;  ///< places after the point that are allowed; none: up to max_places
  bool head = false;          ///< a head's cell: derived, unless the head was filed unsplit
  bool total = false;         ///< in a total row or a total column
  bool additive = true;
  /// Where it is derived (a head): the leaves that are added up. Where it is a total: the summands
  /// along the row and along the column; empty where it is a total in one direction only.
  std::vector<CellIndex> row_parts, column_parts, leaves;
};

enum class RuleKind {
  total,  ///< comes with `total: true` of a row or a column
  rule,   ///< written under `rules:`
};

enum class RuleSeverity { error, warning, hint, off };

/// What kinds of agency a rule speaks of: the conditions inside one are all required; empty words
/// match everything.
struct AgencyClass {
  std::string level, body;
};

/// One relation between cells, made for one row or column: `requests.balance` has an instance for
/// every column. Cells of the year before are marked as such.
struct RuleInstance {
  Relation relation;
  std::string line;  ///< label of the row or column it was made for; empty for a rule by full addresses
  CellIndex cell = no_cell;  ///< the first cell left of the relation: what findings bind to
};

struct Rule {
  std::string id;
  RuleKind kind = RuleKind::rule;
  RuleSeverity severity = RuleSeverity::error;
  bool explain = false;  ///< the agency may explain it and the explanation is published
  std::vector<AgencyClass> agencies;  ///< empty: all
  std::string text;    ///< the rule in words
  std::string source;  ///< the relation as written
  bool uses_previous = false;
  std::vector<RuleInstance> instances;
  Mark mark;
};

enum class NarrativeUse { none, optional, required };

/// What the text of a section must speak of.
struct SectionContent {
  std::vector<std::string> words;  ///< one of them must occur
  std::string sentence;            ///< to be completed where none does
  Mark mark;
};

struct Section {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;
  int table = -1;  ///< index in Form::tables
  NarrativeUse narrative = NarrativeUse::optional;
  std::string help;
  std::vector<SectionContent> contains;
  std::optional<int> max_length;  ///< characters of its text, blanks not counted
  Mark mark;
};

/// How the figures of this form continue those of the one before it.
struct Series {
  std::string after;  ///< id of the earlier form; empty: this form continues nothing
  std::vector<bool> continues;  ///< by CellIndex of this form
  Mark mark;
};

/// A column of the comparison pages: a value or a ratio of two.
struct Indicator {
  std::string id;
  std::string label;
  LinearExpression numerator;
  std::optional<LinearExpression> denominator;
  std::string unit;  ///< "percent" for a share
  Mark mark;
};

/// What pages draw of a form: values through the years, or the parts of a whole.
struct FormChart {
  enum class Kind {
    trend,        ///< each series by itself
    composition,  ///< the series are parts; together they are the whole
  };
  std::string id;
  std::string label;
  Kind kind = Kind::trend;
  std::vector<Indicator> series;  ///< values, no ratios
  std::optional<LinearExpression> whole;  ///< of a composition
  Mark mark;
};

struct Form {
  std::string id;
  std::string file;  ///< where it was read, for positions
  std::string name;
  std::string basis;
  std::string title;  ///< with {agency} and {year}
  std::string language;
  int from_year = 0, until_year = 9999;
  /// Month and day; a period that starts after it ends begins in the year before.
  std::string period_from = "01-01", period_to = "12-31";
  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<CellSpec> cells;
  std::vector<Rule> rules;  ///< totals first, in table order, then as written
  Series series;
  std::vector<Indicator> indicators;
  std::vector<FormChart> charts;
  /// Phrases that every report uses: never taken for copied text.
  std::vector<std::string> common_phrases;

  const Table* table(std::string_view id) const;
  /// The cell at an address in ids; no_cell where there is none.
  CellIndex cell(std::string_view address) const;
  const Table& table_of(CellIndex cell) const { return tables[cells[cell].table]; }
  const Row& row(CellIndex cell) const { return table_of(cell).rows[cells[cell].row]; }
  /// The printed column of a cell.
  const Line& column(CellIndex cell) const;
  /// The row's number and label and the column's label, for people: `三（一）予以公开·自然人`.
  std::string cell_label(CellIndex cell) const;

  std::map<std::string, CellIndex, std::less<>> addresses;
  KeyIndex table_keys;  ///< what the tables answer to: their sections' headings too
  KeyIndex section_keys;  ///< the headings of the sections, as printed and as met elsewhere
};

/// A row or a table in words, for messages.
std::string title(const Row& row);
std::string title(const Table& table);

}  // namespace gongkai
