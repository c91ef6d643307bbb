#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/position.h"
#include "model/agency.h"
#include "model/date.h"
#include "model/figure.h"
#include "model/form.h"

namespace gongkai {

enum class Status { published, draft, withdrawn };

/// What a report covers: the agency's own office, or everything below it too.
enum class Scope { own, all };

/// One section's text, as Markdown.
struct Narrative {
  std::string section;  ///< id of the form's section
  std::string file;     ///< relative to the site
  std::string text;     ///< from the line after the heading
  int first_line = 1;   ///< line of the file on which `text` begins
};

/// An agency's published answer to a failed rule, bound to the two numbers.
struct Explanation {
  std::string rule;
  CellIndex cell = no_cell;
  Decimal found, expected;
  std::string text;
  Mark mark;
};

/// What the office looked at and lets stand: a passage of a narrative that a text scan points at.
struct Confirmation {
  std::string file;  ///< name inside the report's folder
  std::string text;  ///< the passage, as the file writes it
  std::string why;
  Mark mark;
};

/// A published erratum.
struct Correction {
  Date date;
  CellIndex cell = no_cell;
  Figure was;
  std::string text;
  Mark mark;
};

struct Attachment {
  std::string file;  ///< name inside the report's folder
  std::string title;
  std::uintmax_t size = 0;
  Mark mark;
};

struct Source {
  std::string title, url;
};

struct Signature {
  std::string by;
  std::optional<Date> on;
};

/// What goes with single cells; few cells have any of it.
struct CellDetail {
  std::string note;
  std::string text;  ///< of a cell that holds text
  std::string unit;  ///< written with the figure, where the form states none
};

/// One agency's report of one year, read whole or not at all.
struct Report {
  const Agency* agency = nullptr;
  const Form* form = nullptr;
  int year = 0;
  std::string folder;  ///< content/agencies/…/2024
  std::optional<DateTime> published;
  std::optional<Signature> signature;
  Status status = Status::published;
  std::optional<Date> withdrawn_on;
  std::string withdrawn_text;
  Scope scope = Scope::own;
  bool scope_written = false;
  std::vector<Cell> cells;  ///< by CellIndex of the form, derived and computed ones included
  std::map<CellIndex, CellDetail> details;
  /// Tables, by index, whose printed blanks the author declares to mean zero.
  std::vector<bool> blanks_are_zero;
  /// Heads (slots) that were filed as one line although the form splits them: first cell of each.
  std::vector<CellIndex> unsplit_heads;
  std::vector<Narrative> narratives;  ///< in the form's order of sections
  std::vector<Explanation> explanations, known_errors;
  std::vector<Correction> corrections;
  std::vector<Confirmation> confirmed;
  std::vector<Attachment> attachments;
  std::vector<std::string> linked_files;  ///< other files of the folder that its texts link to
  std::optional<Source> source;
  Mark form_mark;
  Mark published_mark;  ///< of the value of `published:`; not known where it is not written

  std::string file() const { return folder + "/report.yaml"; }
  Position at(Mark mark) const { return {file(), mark, 0}; }
  const Figure& figure(CellIndex cell) const { return cells[cell].figure; }
  const CellDetail* detail(CellIndex cell) const;
};

}  // namespace gongkai
