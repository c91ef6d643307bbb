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

/// A file that is published as it is.
struct ThemeAsset {
  std::string file;  ///< as in ThemeText
  std::string bytes;
};

/// The files of a theme as they were found, each in the place where it has precedence.
struct ThemeFiles {
  std::map<std::string, ThemeText, std::less<>> templates;  ///< by kind of page
  std::map<std::string, ThemeText, std::less<>> partials;   ///< by name
  std::vector<ThemeText> words;  ///< of the language asked for; later ones go before earlier ones
  /// Sources of style sheets: address (assets/style.css) → file name → text.
  std::map<std::string, std::map<std::string, ThemeText>> styles;
  std::map<std::string, ThemeAsset> assets;  ///< by address (assets/…)
  std::vector<std::string> chain;  ///< the theme's name, that of the one it extends, … "default"
};

/// What is published under assets/: the assets, and each style sheet put together from its sources
/// where no asset of its address takes its place.
std::map<std::string, std::string> published_files(const ThemeFiles& files);

/// Collects the files of the theme `name`. What `site`/themes/`name`/ does not have is taken from
/// the compiled-in theme of that name, then from the theme that it extends (theme_chain.h), in the
/// end from "default". Names that begin with a dot and links are passed over. Returns nothing, with
/// an error, where no theme has that name. Throws std::system_error when a file cannot be read.
std::optional<ThemeFiles> find_theme_files(const std::filesystem::path& site,
                                           const std::string& name, const std::string& language,
                                           Diagnostics& diagnostics);

}  // namespace gongkai
