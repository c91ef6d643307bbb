#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/words.h"
#include "pages/view.h"

namespace gongkai {

/// The templates, words and files of a theme, read and checked once. Constant afterwards; render()
/// may be called from any thread.
class Theme {
 public:
  ~Theme();

  /// Renders the template of a page kind (`report`, `agency`, …) with its view, appending to `out`.
  void render(std::string_view page_kind, const View& view, std::string& out) const;

  /// The theme's words in the site's language, for sentences that pages make themselves.
  const Words& words() const;

  /// Files that are published as they are: address (`assets/style.css`) → bytes.
  const std::map<std::string, std::string>& files() const;

 private:
  friend std::shared_ptr<const Theme> load_theme(const std::filesystem::path& site,
                                                 const std::string& name,
                                                 const std::string& language,
                                                 Diagnostics& diagnostics);
  Theme();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads the theme `name`: each file from `site`/themes/`name`/ where it stands there, else from
/// the themes that it extends (theme_files.h). All mistakes (a partial that does not
/// exist or includes itself, an unclosed section, a word or a name that nothing offers) are added
/// to `diagnostics`; returns null when there was an error.
std::shared_ptr<const Theme> load_theme(const std::filesystem::path& site, const std::string& name,
                                        const std::string& language, Diagnostics& diagnostics);

}  // namespace gongkai
