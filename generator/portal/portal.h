#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "compare/library.h"
#include "model/catalog.h"
#include "theme/theme.h"

namespace gongkai {

/// Takes the bytes of one file of the site, in pieces.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(std::string_view bytes) = 0;
};

/// What a portal is asked for.
enum class PortalUse {
  whole_site,    ///< every file: what several are made of is kept from the first time on
  single_pages,  ///< few files before the next portal comes: what only others need is not made
};

/// A constant value that knows every address of the site and can produce the bytes of any one of
/// them, on demand, from any thread, always the same ones. It owns what it was made from.
class Portal {
 public:
  /// `site` is the folder that the reports' folders are relative to: attachments are read from it
  /// when they are rendered. `selection` says which reports are shown. Making it costs little: what
  /// is made of all reports together is made when it is first asked for, with `jobs` threads. Its
  /// pages are those of the site only if the checks of the catalog and of its texts find no error.
  Portal(std::filesystem::path site, std::shared_ptr<const Catalog> catalog,
         std::shared_ptr<const CheckResult> checks, std::shared_ptr<const Theme> theme,
         Selection selection = {}, int jobs = 1, PortalUse use = PortalUse::whole_site);
  ~Portal();

  /// Every address, sorted: `index.html`, `agencies/x/2024/index.html`, `assets/style.css`,
  /// `agencies/x/2024/报告.pdf` (not percent-encoded).
  const std::vector<std::string>& addresses() const;
  bool has(std::string_view address) const;
  /// The reports that are shown.
  const Library& library() const;
  /// The report whose page stands at `address`; null where another page or none does.
  const Report* report_at(std::string_view address) const;
  /// Whether the file at `address` is data for programs rather than a page.
  bool is_data(std::string_view address) const;
  /// Writes the file at `address`, which must be one of addresses(). Throws std::system_error when
  /// an attachment cannot be read any more.
  void render(std::string_view address, Sink& sink) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace gongkai
