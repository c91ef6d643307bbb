#include "load/page.h"

#include <algorithm>
#include <filesystem>

namespace gongkai {
namespace {

struct FrontMatter {
  std::string yaml;       ///< with one line before it, so that lines count as in the file
  std::size_t text_begin;
  int text_line;
};

std::optional<FrontMatter> split_front_matter(const std::string& text) {
  if (!text.starts_with("---\n")) return {};
  std::size_t end = 4;
  int line = 2;
  while (end < text.size() && text.compare(end, 4, "---\n") != 0 &&
         text.substr(end) != "---") {
    const std::size_t newline = text.find('\n', end);
    if (newline == std::string::npos) return {};
    end = newline + 1;
    ++line;
  }
  if (end >= text.size()) return {};
  return FrontMatter{"\n" + text.substr(4, end - 4), std::min(end + 4, text.size()), line + 1};
}

bool is_page_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::optional<FreePage> load_page(const SiteFiles& site, const std::string& file,
                                  bool is_introduction, Diagnostics& diagnostics) {
  Diagnostics own;
  FreePage page;
  page.file = file;
  const FileContext context{file, own};
  auto source = read_text(site, file, own);
  if (!is_introduction) {
    page.name = std::filesystem::path(file).stem().string();
    if (!is_page_name(page.name)) context.error(codes::page_name, context.at(Mark{}), {page.name});
  }
  if (source) {
    const auto front = split_front_matter(source->text);
    if (front) {
      const auto root = parse_yaml({file, front->yaml}, own);
      if (root) {
        MapReader map(context, *root);
        page.title = is_introduction ? map.text_or("title", "") : map.required_text("title");
        page.menu = map.boolean_or("menu", false);
        page.order = map.integer("order", 0, 9999).value_or(0);
        map.finish();
      }
      page.text = source->text.substr(front->text_begin);
      page.first_line = front->text_line;
    } else if (is_introduction) {
      page.text = std::move(source->text);
    } else {
      context.error(codes::page_front_matter, context.at(Mark{1, 1}));
    }
  }
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return {};
  return page;
}

}  // namespace gongkai
