#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "import/bound_report.h"
#include "import/limits.h"
#include "import/narratives.h"
#include "model/catalog.h"

namespace gongkai {

/// An original with what was found in it.
struct Original {
  std::string name;                 ///< as diagnostics and the user name it
  std::filesystem::path file;       ///< empty for standard input
  std::string bytes;
  Document document;
};

/// Reads an original; `forms` tell headings of sections that stand in tables. Where it cannot be read, nothing is returned and `diagnostics` says why.
std::optional<Original> open_original(const std::filesystem::path& file,
                                      const SharedList<Form>& forms, Diagnostics& diagnostics,
                                      const ImportLimits& limits = {});

/// The form whose labels an original bears: of all forms that have tables the one of which most
/// cells are found; among equals the one for `year`. Null where there is none.
BoundReport bind_to_best_form(const Catalog& catalog, const Original& original,
                              std::optional<int> year);

/// What the person who imports has said.
struct ImportWishes {
  std::string agency;         ///< id, name or short name; empty: recognise
  std::optional<int> year;
  std::string scope;          ///< own | all; empty: not said
  std::string published;      ///< a date; empty: the report is a draft
  bool attach = false;        ///< copy the original into the report's folder and list it
  bool update = false;        ///< replace what is there
};

/// A file to be written, relative to the site.
struct OriginalFile {
  std::string path;
  std::string bytes;
  bool replaces = false;
};

/// What an original becomes. With errors in `diagnostics` it has no files.
struct PlannedReport {
  const Agency* agency = nullptr;
  int year = 0;
  std::string folder;
  BoundReport bound;
  std::vector<OriginalFile> files;
  std::vector<std::string> kept;    ///< sections of report.md that stand there otherwise and were replaced
  std::size_t changed_cells = 0;    ///< of an update
  bool updates = false;
  std::string digest;               ///< SHA-256 of the attached original
  Diagnostics diagnostics;
};

/// Plans the report that an original becomes; writes nothing.
PlannedReport plan_import(const std::filesystem::path& site, const Catalog& catalog,
                           const Original& original, const ImportWishes& wishes);

/// Writes planned files, all or none of those of a report: each beside its place first. Throws
/// std::system_error.
void write_files(const std::filesystem::path& site, const std::vector<OriginalFile>& files);

}  // namespace gongkai
