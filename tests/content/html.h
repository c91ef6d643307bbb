#pragma once

#include <gumbo.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of built pages need of an HTML parser.
namespace html {

/// A parsed page. Nodes are valid as long as it lives.
class Document {
 public:
  explicit Document(std::string text);
  const GumboNode& root() const { return *output_->root; }

 private:
  std::string text_;
  std::shared_ptr<GumboOutput> output_;
};

/// The value of an attribute, or null where the node has none.
const char* attribute(const GumboNode& node, const char* name);
/// The name of an element in lower case; empty for anything else.
std::string_view name(const GumboNode& node);
/// Calls f for every element, parents first, in the order of the page.
void each_element(const GumboNode& node, const std::function<void(const GumboNode&)>& f);
/// All elements of that name.
std::vector<const GumboNode*> elements(const GumboNode& node, std::string_view wanted);
/// All text below a node, with blanks as written.
std::string text(const GumboNode& node);
/// Whether a list of classes holds `wanted`.
bool has_class(const GumboNode& node, std::string_view wanted);

/// The whole file.
std::string read(const std::filesystem::path& file);
/// `%E6%8A%A5` as bytes.
std::string percent_decoded(std::string_view text);

/// The cells of a table by row and column of the grid, a cell that spans several standing in each.
struct Grid {
  std::map<std::pair<int, int>, const GumboNode*> cells;
  int rows = 0, columns = 0;
  const GumboNode* at(int row, int column) const;
};
Grid grid(const GumboNode& table);

}  // namespace html
