#include "import/recognise.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "diagnostics/utf8.h"
#include "import/label_key.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_title = 400;  ///< bytes
constexpr int title_pieces = 8;

std::string text_of(const DocumentBlock& piece) {
  if (!piece.is_table) return plain_text(piece.paragraph);
  std::string text;
  for (std::size_t i = 0; i < piece.table.rows.size() && i < 2; ++i) {
    for (const GridCell& cell : piece.table.rows[i].cells) text += plain_text(cell) + " ";
  }
  return text;
}

// What stands above the first section: the title, perhaps on several lines.
std::string title_of(const Document& document) {
  std::string title;
  int pieces = 0;
  for (const DocumentBlock& piece : document.blocks) {
    const std::string text = text_of(piece);
    if (is_blank(text)) continue;
    if (text.size() > longest_title || ++pieces > title_pieces) break;
    title += text + "\n";
    // 报告 ends a title in Chinese; what follows is the text. A word alone is the name of a sheet.
    const bool ends = text.find("年度报告") != std::string::npos ||
                      text.find("年报") != std::string::npos ||
                      text.find("工作报告") != std::string::npos;
    if (ends && characters(label_key(text)) > 6) break;
  }
  return title;
}

struct Found {
  const Agency* agency;
  std::size_t begin, end;
};

bool stands_below(const Catalog& catalog, const Agency& agency, const Agency& above) {
  std::set<std::string> seen;
  for (const Agency* at = &agency; at != nullptr && seen.insert(at->id).second;
       at = catalog.agency(at->parent)) {
    if (at->parent == above.id) return true;
  }
  return false;
}

std::vector<const Agency*> agencies_in(const Catalog& catalog, const std::string& text) {
  const std::string key = label_key(text);
  std::vector<Found> found;
  for (const Agency& agency : catalog.agencies) {
    std::set<std::string> names = {label_key(agency.name), label_key(agency.short_name)};
    for (const FormerName& former : agency.former_names) names.insert(label_key(former.name));
    for (const std::string& name : names) {
      if (characters(name) < 2) continue;
      for (std::size_t at = key.find(name); at != std::string::npos; at = key.find(name, at + 1)) {
        found.push_back({&agency, at, at + name.size()});
      }
    }
  }
  std::set<const Agency*> agencies;
  for (const Found& it : found) {
    const bool inside_longer = std::ranges::any_of(found, [&](const Found& other) {
      return other.agency != it.agency && other.end - other.begin > it.end - it.begin &&
             other.begin <= it.begin && other.end >= it.end;
    });
    if (!inside_longer) agencies.insert(it.agency);
  }
  std::vector<const Agency*> kept;
  for (const Agency* agency : agencies) {
    const bool names_the_area = std::ranges::any_of(agencies, [&](const Agency* other) {
      return other != agency && stands_below(catalog, *other, *agency);
    });
    if (!names_the_area) kept.push_back(agency);
  }
  std::ranges::sort(kept, {}, &Agency::id);
  return kept;
}

// 二〇二四 as 2024.
std::string with_digits(const std::string& text) {
  static const std::u32string digits = U"〇一二三四五六七八九";
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    char32_t value = c.value;
    if (value == U'○' || value == U'零' || value == U'Ｏ' || value == U'Ο') value = U'〇';
    if (value >= 0xFF10 && value <= 0xFF19) value = value - 0xFF10 + '0';
    const std::size_t digit = digits.find(value);
    if (digit != std::u32string::npos) value = static_cast<char32_t>('0' + digit);
    append_utf8(out, value);
  }
  return out;
}

std::set<int> years_in(const std::string& text, bool followed_by_year_word) {
  const std::string plain = with_digits(text);
  std::set<int> years;
  for (std::size_t i = 0; i < plain.size();) {
    if (plain[i] < '0' || plain[i] > '9') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < plain.size() && plain[end] >= '0' && plain[end] <= '9') ++end;
    std::size_t word = end;
    while (word < plain.size() && plain[word] == ' ') ++word;
    const bool is_year_word = plain.compare(word, 3, "年") == 0;
    if (end - i == 4 && (is_year_word || !followed_by_year_word)) {
      const int year = std::stoi(plain.substr(i, 4));
      if (year >= 1990 && year < 2100) years.insert(year);
    }
    i = end;
  }
  return years;
}

template <typename T>
std::vector<T> both(const std::vector<T>& title, const std::vector<T>& file) {
  if (title.empty()) return file;
  if (file.empty() || std::ranges::any_of(title, [&](const T& it) {
        return std::ranges::find(file, it) != file.end();
      })) {
    // The file name narrows down what the title leaves open.
    std::vector<T> common;
    for (const T& it : title) {
      if (file.empty() || std::ranges::find(file, it) != file.end()) common.push_back(it);
    }
    return common;
  }
  std::vector<T> all = title;
  all.insert(all.end(), file.begin(), file.end());
  return all;
}

}  // namespace

Recognised recognise(const Catalog& catalog, const Document& document,
                     const std::string& file_name) {
  Recognised result;
  const std::string stem = std::filesystem::path(file_name).stem().string();
  result.title = title_of(document);
  std::vector<const Agency*> agencies = agencies_in(catalog, result.title);
  if (agencies.empty()) agencies = agencies_in(catalog, document.title);
  result.agencies = both(agencies, agencies_in(catalog, stem));

  std::set<int> years = years_in(result.title, true);
  if (years.empty()) years = years_in(document.title, true);
  std::set<int> named = years_in(stem, true);
  if (named.empty() && years.empty()) named = years_in(stem, false);
  result.years = both(std::vector<int>(years.begin(), years.end()),
                      std::vector<int>(named.begin(), named.end()));
  return result;
}

bool is_title(const Form& form, const Agency& agency, const std::string& line) {
  const std::string key = label_key(line);
  if (key.empty() || characters(key) > 60) return false;
  if (key == label_key(agency.name) || key == label_key(agency.short_name)) return true;
  std::string pattern = form.title;
  for (const char* hole : {"{agency}", "{year}"}) {
    if (const std::size_t at = pattern.find(hole); at != std::string::npos) {
      pattern.erase(at, std::string_view(hole).size());
    }
  }
  // 年政府信息公开工作年度报告, whatever stands before it; 度 more or less.
  std::string words = label_key(pattern);
  if (words.starts_with("年")) words.erase(0, 3);
  if (!words.empty() && key.ends_with(words)) return true;
  return key.ends_with("年度报告") && key.find("信息公开") != std::string::npos;
}

}  // namespace gongkai
