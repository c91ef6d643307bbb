#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compare/library.h"

namespace gongkai {

/// The files that the search of the portal asks for, one constant answer to each address:
///
///     search/characters/<n>.js   traditional characters and their simplified ones
///     search/index/<n>.js        a shard of the index
///     search/portal.js           how many reports and shards there are, kinds and years
///     search/reports/<n>.js      title, address, agency and text of a report
///     search/shared.js           pieces of text that stand on most reports' pages
///
/// Each is a script that calls `gongkai_search.data("<what follows search/>", <data>)`, so that it
/// can be read from the disc too. Nothing is made before it is asked for, the index with its first
/// shard. Reports are numbered by year, kind and the order of their agencies.
class SearchFiles {
 public:
  /// Gives the page of a report as HTML; may be called from any thread.
  using PageSource = std::function<std::string(const Report&)>;

  /// Knows the reports of `library` and no others. Uses `jobs` threads to make the index.
  SearchFiles(const Library& library, int jobs, PageSource page_of);
  ~SearchFiles();

  bool has(std::string_view address) const;
  std::vector<std::string> addresses() const;
  /// The file at one of addresses(). May be called from any thread.
  std::string file(std::string_view address) const;
  /// A page that was made anyway need not be made again for the index: keeps what it says until
  /// that is asked for.
  void keep(const Report& report, std::string_view page) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
