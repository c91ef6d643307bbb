#include "theme/theme_chain.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "diagnostics/codes/theme.h"
#include "embedded/gongkai_theme.h"
#include "theme/nearest_name.h"
#include "theme/words_file.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr const char* default_theme = "default";

/// The names of all themes that there are, sorted.
std::vector<std::string> theme_names(const fs::path& site) {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : builtin_themes::files()) {
    names.emplace_back(file.name.substr(0, file.name.find('/')));
  }
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(site / "themes", none)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// A theme and where it was named.
struct Naming {
  std::string name;
  Position position;
};

/// What the theme.yaml of a theme's folder says; the default theme where it says nothing.
Naming extended_by(const fs::path& site, const std::string& theme, Diagnostics& diagnostics) {
  const std::string file = "themes/" + theme + "/theme.yaml";
  std::ifstream in(site / file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Naming base{default_theme, {file, {}, 0}};
  for (const auto& [key, word] : read_words(file, text, diagnostics)) {
    if (key == "extends") {
      base = {word.text, word.position};
    } else {
      diagnostics.add(codes::unknown_theme_key, word.position, {key});
    }
  }
  return base;
}

}  // namespace

std::vector<std::string> theme_chain(const fs::path& site, const std::string& name,
                                     Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Severity::error);
  const std::vector<std::string> known = theme_names(site);
  std::vector<std::string> chain;
  Naming theme{name, {"site.yaml", {}, 0}};
  while (true) {
    if (!std::binary_search(known.begin(), known.end(), theme.name)) {
      add_nearest_name(diagnostics.add(codes::unknown_theme, theme.position, {theme.name}),
                       theme.name, known);
      return {};
    }
    if (std::find(chain.begin(), chain.end(), theme.name) != chain.end()) {
      diagnostics.add(codes::theme_extends_itself, theme.position, {theme.name});
      return {};
    }
    chain.push_back(theme.name);
    if (theme.name == default_theme) break;
    theme = extended_by(site, theme.name, diagnostics);
  }
  return diagnostics.count(Severity::error) == errors_before ? chain : std::vector<std::string>();
}

}  // namespace gongkai
