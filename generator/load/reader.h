#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/codes/form.h"
#include "diagnostics/codes/report.h"
#include "diagnostics/codes/site.h"
#include "diagnostics/codes/yaml.h"
#include "load/yaml_tree.h"
#include "model/date.h"

namespace gongkai {

/// What every reader of a file needs: its name for positions, and where mistakes go.
struct FileContext {
  std::string file;
  Diagnostics& diagnostics;

  Position at(Mark mark, std::size_t length = 0) const {
    return {file, mark, static_cast<std::uint32_t>(length)};
  }
  Position at(const YamlNode& node) const { return at(node.mark, node.text.size()); }
  Diagnostic& error(const Wording& wording, Position position,
                    std::vector<std::string> arguments = {}) const {
    return diagnostics.add(wording, std::move(position), std::move(arguments));
  }
};

/// Adds to an error about `written` the note that names the nearest of `known`, or all of them.
void suggest(Diagnostic& diagnostic, std::string_view written,
             const std::vector<std::string>& known);

/// Reads a map whose keys are a closed world. Each getter says which key it knows; finish() reports
/// the keys that nobody asked for. A value of the wrong kind is reported and read as absent.
class MapReader {
 public:
  /// A node that is no map is reported; the reader then behaves like an empty map.
  MapReader(const FileContext& context, const YamlNode& node);

  /// The value of a key, or null. An empty value (`key:` or `key: ~`) counts as absent.
  const YamlNode* get(std::string_view key);
  /// As get(); a missing key is reported at the map.
  const YamlNode* require(std::string_view key);

  std::optional<std::string> text(std::string_view key);
  std::string text_or(std::string_view key, std::string fallback);
  std::string required_text(std::string_view key);
  bool boolean_or(std::string_view key, bool fallback);
  /// A whole number between `least` and `most`.
  std::optional<int> integer(std::string_view key, int least, int most);
  std::optional<Date> date(std::string_view key);
  /// One of `words`; `fallback` where the key is absent or wrong.
  std::string word_or(std::string_view key, const std::vector<std::string>& words,
                      std::string fallback);
  /// A text per language, `{zh-CN: …, en: …}`, or one for all.
  std::string localized_or(std::string_view key, const std::string& language,
                           std::string fallback);
  std::vector<std::string> texts(std::string_view key);
  /// The items of a list; one value that is no list counts as a list of it.
  std::vector<const YamlNode*> items(std::string_view key);

  void finish();

  bool is_map() const { return node_.is_map(); }
  const YamlNode& node() const { return node_; }
  Mark mark_of(std::string_view key) const;
  const FileContext& context() const { return context_; }

 private:
  const FileContext& context_;
  const YamlNode& node_;
  std::set<std::string, std::less<>> asked_;
};

/// Whether the key of a map in braces has swallowed its value ({a:0}), because no blank follows the
/// colon; says so.
bool report_missing_space(const FileContext& context, const YamlNode::Entry& entry);

/// Whether the node is a single text (an empty value is reported as missing one).
bool expect_text(const FileContext& context, const YamlNode& node);
bool expect_map(const FileContext& context, const YamlNode& node);

/// Reads and parses a YAML file. Returns nothing after an error; an empty file is one.
std::optional<YamlNode> read_yaml(const SiteFiles& site, const std::string& file,
                                  Diagnostics& diagnostics);

}  // namespace gongkai
