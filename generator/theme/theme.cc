#include "theme/theme.h"

#include <cassert>
#include <optional>
#include <set>
#include <utility>

#include "model/lazy.h"
#include "pages/contract.h"
#include "theme/compiled_template.h"
#include "theme/expand.h"
#include "theme/lint.h"
#include "theme/theme_files.h"
#include "theme/words_file.h"

namespace gongkai {

namespace {

/// Compiled for its first page: a preview of a small site would else spend most of its start on kinds
/// of pages that nobody looks at.
struct PageTemplate {
  std::vector<TemplateNode> nodes;
  Lazy<CompiledTemplate> compiled;
};

}  // namespace

struct Theme::Impl {
  std::map<std::string, PageTemplate, std::less<>> templates;
  Words words;
  std::map<std::string, std::string> files;
};

Theme::Theme() : impl_(new Impl) {}
Theme::~Theme() = default;

void Theme::render(std::string_view page_kind, const View& view, std::string& out) const {
  auto found = impl_->templates.find(page_kind);
  assert(found != impl_->templates.end());
  assert(contract_breaches(contract(page_kind), view) == std::vector<std::string>());
  const PageTemplate& page = found->second;
  page.compiled.get([&] { return CompiledTemplate(page.nodes); }).render(view, out);
}

const Words& Theme::words() const { return impl_->words; }

const std::map<std::string, std::string>& Theme::files() const { return impl_->files; }

namespace {

// Word by word, so that a site's theme needs to give only those that it changes.
WordMap merged_words(const std::vector<ThemeText>& files, Diagnostics& diagnostics) {
  WordMap words;
  for (const ThemeText& file : files) {
    for (auto& [key, word] : read_words(file.file, file.text, diagnostics)) {
      words.insert_or_assign(key, std::move(word));
    }
  }
  return words;
}

// A mistake in a partial is met again in every kind of page that includes it; it is said once.
void add_new(const Diagnostics& found, std::set<std::pair<Position, std::string_view>>& said,
             Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : found.items()) {
    if (said.emplace(diagnostic.position, diagnostic.code()).second) diagnostics.add(diagnostic);
  }
}

}  // namespace

std::shared_ptr<const Theme> load_theme(const std::filesystem::path& site, const std::string& name,
                                        const std::string& language, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Severity::error);
  std::optional<ThemeFiles> files = find_theme_files(site, name, language, diagnostics);
  if (!files) return nullptr;
  const WordMap words = merged_words(files->words, diagnostics);

  std::shared_ptr<Theme> theme(new Theme);
  Diagnostics found;
  Expander expander(*files, words, found);
  for (const std::string_view page_kind : page_kinds()) {
    auto source = files->templates.find(page_kind);
    assert(source != files->templates.end() && "the default theme has every kind of page");
    std::vector<TemplateNode> nodes = expander.expand(source->second);
    lint_template(nodes, contract(page_kind), page_kind, found);
    if (!found.has_errors()) {
      theme->impl_->templates[std::string(page_kind)].nodes = std::move(nodes);
    }
  }
  std::set<std::pair<Position, std::string_view>> said;
  add_new(found, said, diagnostics);
  if (diagnostics.count(Severity::error) != errors_before) return nullptr;

  std::map<std::string, std::string, std::less<>> texts;
  for (const auto& [key, word] : words) texts.emplace(key, word.text);
  theme->impl_->words = Words(std::move(texts));
  theme->impl_->files = published_files(*files);
  return theme;
}

}  // namespace gongkai
