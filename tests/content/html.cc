#include "html.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace html {

Document::Document(std::string text) : text_(std::move(text)) {
  output_.reset(gumbo_parse_with_options(&kGumboDefaultOptions, text_.data(), text_.size()),
                [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
}

const char* attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

std::string_view name(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  if (node.v.element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(node.v.element.tag);
  }
  // Of SVG the parser knows few elements.
  GumboStringPiece written = node.v.element.original_tag;
  gumbo_tag_from_original_text(&written);
  return {written.data, written.length};
}

void each_element(const GumboNode& node, const std::function<void(const GumboNode&)>& f) {
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;
  f(node);
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    each_element(*static_cast<const GumboNode*>(children.data[i]), f);
  }
}

std::vector<const GumboNode*> elements(const GumboNode& node, std::string_view wanted) {
  std::vector<const GumboNode*> found;
  each_element(node, [&](const GumboNode& element) {
    if (name(element) == wanted) found.push_back(&element);
  });
  return found;
}

std::string text(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  std::string all;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    all += text(*static_cast<const GumboNode*>(children.data[i]));
  }
  return all;
}

bool has_class(const GumboNode& node, std::string_view wanted) {
  const char* classes = attribute(node, "class");
  if (classes == nullptr) return false;
  const std::string padded = " " + std::string(classes) + " ";
  return padded.find(" " + std::string(wanted) + " ") != std::string::npos;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

const GumboNode* Grid::at(int row, int column) const {
  const auto found = cells.find({row, column});
  return found == cells.end() ? nullptr : found->second;
}

namespace {

int span(const GumboNode& cell, const char* which) {
  const char* value = attribute(cell, which);
  return value == nullptr ? 1 : std::max(1, std::atoi(value));
}

}  // namespace

Grid grid(const GumboNode& table) {
  Grid result;
  int row = 0;
  for (const GumboNode* line : elements(table, "tr")) {
    int column = 0;
    const GumboVector& children = line->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto& cell = *static_cast<const GumboNode*>(children.data[i]);
      if (name(cell) != "td" && name(cell) != "th") continue;
      while (result.cells.contains({row, column})) ++column;
      const int width = span(cell, "colspan"), height = span(cell, "rowspan");
      for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) result.cells[{row + y, column + x}] = &cell;
      }
      column += width;
      result.columns = std::max(result.columns, column);
    }
    ++row;
  }
  result.rows = row;
  return result;
}

}  // namespace html
