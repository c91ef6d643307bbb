#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// A run of text in one look.
struct TextRun {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool struck = false;  ///< crossed out, but still there
  bool raised = false;  ///< above or below the line: the mark of a note, no digit of a figure
  int picture = -1;     ///< index in Document::pictures; the text is then what describes it
};

/// A paragraph. Breaks inside it are `\n`, tabs `\t`.
struct Paragraph {
  std::vector<TextRun> runs;
  int heading = 0;        ///< 1 to 6 where the document says that it is one
  int list_depth = -1;    ///< of an item of a list, from 0
  std::string list_mark;  ///< as it is shown: `-`, `1.`, `（一）`
  std::size_t line = 0;   ///< of a text file, from 1; 0 where there are no lines
};

struct DocumentBlock;

/// A cell of a table with its place in the grid that all rows share.
struct GridCell {
  std::size_t column = 0, columns = 1;
  bool covered = false;  ///< hidden under a cell that reaches down from above
  std::vector<DocumentBlock> blocks;
};

struct GridRow {
  std::vector<GridCell> cells;
  std::size_t line = 0;
};

struct Grid {
  std::vector<GridRow> rows;
};

/// A paragraph or a table.
struct DocumentBlock {
  bool is_table = false;
  bool is_note = false;  ///< a note at the foot of the page, put behind what it hangs on
  Paragraph paragraph;
  Grid table;
};

struct Picture {
  std::string extension;  ///< png, jpg, emf …
  std::string bytes;      ///< empty where the document only points at it
};

/// An original as plain content, whatever format it came in.
struct Document {
  std::string title;  ///< where the format has one apart from the text
  std::vector<DocumentBlock> blocks;
  std::vector<Picture> pictures;
  bool has_lines = false;    ///< a text file: positions are lines, tables are tabs
  bool is_markdown = false;  ///< its text is Markdown already
};

/// The text of a paragraph with its list mark (bullets left out) and without looks. Crossed-out and
/// raised text is put between marks that no figure has, so that `22¹` is never read as 221.
std::string plain_text(const Paragraph& paragraph);

/// The text of all paragraphs in a cell, one a line, and that of the notes that hang on them.
std::string plain_text(const GridCell& cell);
std::string note_text(const GridCell& cell);

bool is_blank(std::string_view text);

/// Lifts what stands in tables for the sake of layout alone (one cell around a section, a table
/// around tables) into the sequence of blocks, so that only tables of rows and columns are left.
void lift_layout_tables(std::vector<DocumentBlock>& blocks);

}  // namespace gongkai
