#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A text of a theme: UTF-8, lines end with a newline, no byte-order mark.
struct ThemeText {
  std::string file;  ///< for positions: themes/…, or <built-in>/… for one that is compiled in
  std::string text;
};

/// The files of a theme as they were found, each in the place where it has precedence.
struct ThemeFiles {
  std::map<std::string, ThemeText, std::less<>> templates;  ///< by kind of page
  std::map<std::string, ThemeText, std::less<>> partials;   ///< by name
  std::vector<ThemeText> words;  ///< of the language asked for; later ones go before earlier ones
  std::map<std::string, std::string> assets;  ///< address (assets/…) → bytes
};

/// Collects the files of the theme `name`. What `site`/themes/`name`/ does not have is taken from
/// the compiled-in theme of that name, and what that does not have either from the compiled-in
/// theme "default". Names that begin with a dot and links are passed over. Returns nothing, with an
/// error, where no theme has that name. Throws std::system_error when a file cannot be read.
std::optional<ThemeFiles> find_theme_files(const std::filesystem::path& site,
                                           const std::string& name, const std::string& language,
                                           Diagnostics& diagnostics);

}  // namespace gongkai
