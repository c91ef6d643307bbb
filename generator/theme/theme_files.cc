#include "theme/theme_files.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>

#include "diagnostics/codes/theme.h"
#include "diagnostics/utf8.h"
#include "embedded/gongkai_theme.h"
#include "pages/contract.h"
#include "theme/nearest_name.h"
#include "theme/style_sheets.h"
#include "theme/theme_chain.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStyles = "styles/";
constexpr std::string_view kStyleEnd = ".css";
constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kPartials = "templates/partials/";
constexpr std::string_view kTemplateEnd = ".mustache";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::system_error(errno, std::generic_category(), path.string());
  return bytes;
}

/// The place of the first byte that is not UTF-8.
std::optional<Mark> first_invalid(std::string_view text) {
  Mark mark{1, 1};
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode_utf8(text, at);
    if (c.value == 0xFFFD && c.length == 1) return mark;
    at += c.length;
    mark.column += static_cast<std::uint32_t>(c.length);
    if (c.value == '\n') mark = {mark.line + 1, 1};
  }
  return std::nullopt;
}

ThemeText normalized(std::string file, std::string_view bytes, Diagnostics& diagnostics) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (auto mark = first_invalid(bytes)) {
    diagnostics.add(codes::theme_not_utf8, {file, *mark, 0});
    return {std::move(file), ""};
  }
  std::string text(bytes);
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1);
  if (!text.empty() && text.back() != '\n') text += '\n';
  return {std::move(file), std::move(text)};
}

/// Takes the files of one source after the other, so that later ones replace earlier ones.
class Collector {
 public:
  Collector(const std::string& language, Diagnostics& diagnostics)
      : words_("words/" + language + ".yaml"), diagnostics_(diagnostics) {}

  void builtin(std::string_view theme) {
    const std::string folder = std::string(theme) + "/";
    for (const EmbeddedFile& file : builtin_themes::files()) {
      if (!file.name.starts_with(folder)) continue;
      take(file.name.substr(folder.size()), "<built-in>/" + std::string(file.name), file.bytes);
    }
  }

  void folder(const fs::path& site, const std::string& theme) {
    const fs::path root = site / "themes" / theme;
    std::vector<std::string> names;
    for (auto i = fs::recursive_directory_iterator(root); i != fs::recursive_directory_iterator();
         ++i) {
      if (i->path().filename().native().starts_with('.')) {
        if (i->is_directory()) i.disable_recursion_pending();
        continue;
      }
      if (i->symlink_status().type() != fs::file_type::regular) continue;
      names.push_back(i->path().lexically_relative(root).generic_string());
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      take(name, "themes/" + theme + "/" + name, read_file(root / name));
    }
  }

  ThemeFiles files;

 private:
  void take(std::string_view name, std::string file, std::string_view bytes) {
    if (name.starts_with("assets/")) {
      files.assets.insert_or_assign(std::string(name),
                                    ThemeAsset{std::move(file), std::string(bytes)});
    } else if (name.starts_with(kStyles) && name.ends_with(kStyleEnd)) {
      take_style(name.substr(kStyles.size()), std::move(file), bytes);
    } else if (name == words_) {
      files.words.push_back(normalized(std::move(file), bytes, diagnostics_));
    } else if (name.starts_with(kTemplates) && name.ends_with(kTemplateEnd)) {
      const bool partial = name.starts_with(kPartials);
      name.remove_prefix(partial ? kPartials.size() : kTemplates.size());
      std::string key(name.substr(0, name.size() - kTemplateEnd.size()));
      if (!partial && !is_page_kind(key, file)) return;
      auto& known = partial ? files.partials : files.templates;
      known.insert_or_assign(std::move(key), normalized(std::move(file), bytes, diagnostics_));
    }
  }

  /// styles/style/20-text.css is a part of assets/style.css. A source replaces the one of its name.
  void take_style(std::string_view name, std::string file, std::string_view bytes) {
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) return;
    const std::string sheet = "assets/" + std::string(name.substr(0, slash)) + ".css";
    files.styles[sheet].insert_or_assign(std::string(name.substr(slash + 1)),
                                         normalized(std::move(file), bytes, diagnostics_));
  }

  bool is_page_kind(const std::string& name, const std::string& file) {
    const auto kinds = page_kinds();
    if (std::find(kinds.begin(), kinds.end(), name) != kinds.end()) return true;
    Diagnostic& diagnostic = diagnostics_.add(codes::unknown_template, {file, {}, 0}, {name});
    const std::vector<std::string> known(kinds.begin(), kinds.end());
    add_nearest_name(diagnostic, name, known);
    return false;
  }

  std::string words_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<ThemeFiles> find_theme_files(const fs::path& site, const std::string& name,
                                           const std::string& language, Diagnostics& diagnostics) {
  const std::vector<std::string> chain = theme_chain(site, name, diagnostics);
  if (chain.empty()) return std::nullopt;
  Collector collector(language, diagnostics);
  for (auto theme = chain.rbegin(); theme != chain.rend(); ++theme) {
    collector.builtin(*theme);
    if (fs::is_directory(site / "themes" / *theme)) collector.folder(site, *theme);
  }
  collector.files.chain = chain;
  return std::move(collector.files);
}

std::map<std::string, std::string> published_files(const ThemeFiles& files) {
  std::map<std::string, std::string> published;
  for (const auto& [address, asset] : files.assets) published.emplace(address, asset.bytes);
  for (const auto& [address, sources] : files.styles) {
    std::map<std::string, std::string> texts;
    for (const auto& [name, source] : sources) texts.emplace(name, source.text);
    published.emplace(address, join_style_sheet(texts));
  }
  return published;
}

}  // namespace gongkai
