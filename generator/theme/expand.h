#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "theme/template.h"
#include "theme/theme_files.h"
#include "theme/words_file.h"

namespace gongkai {

/// Puts the partials and the words of a theme into its templates, once, when it is loaded: what
/// comes out holds neither `{{> …}}` nor `{{words.…}}`. Each file is parsed only once, so its
/// mistakes are said once.
class Expander {
 public:
  /// The partials of `files` are used; both references must outlive the expander.
  Expander(const ThemeFiles& files, const WordMap& words, Diagnostics& diagnostics)
      : files_(files), words_(words), diagnostics_(diagnostics) {}

  std::vector<TemplateNode> expand(const ThemeText& page_template);

 private:
  using Nodes = std::vector<TemplateNode>;

  void expand_into(Nodes& out, const Nodes& nodes);
  void add_partial(Nodes& out, const TemplateNode& tag);
  void add_word(Nodes& out, const TemplateNode& tag);
  const Nodes* parsed_partial(const std::string& name);
  const Nodes* parsed_word(const std::string& key);
  void refuse_tags_in_word(const Nodes& nodes);

  const ThemeFiles& files_;
  const WordMap& words_;
  Diagnostics& diagnostics_;
  std::map<std::string, Nodes, std::less<>> partials_, parsed_words_;
  std::vector<std::string> chain_;  // partials that are being put in just now, outermost first
};

}  // namespace gongkai
