#include "import/debris.h"

#include <algorithm>
#include <array>

#include "import/document.h"
#include "import/label_key.h"
#include "import/section_headings.h"

namespace gongkai {
namespace {

bool is_digits(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string trimmed(const std::string& text) {
  const std::string out = one_line(text);
  const std::size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

// - 3 -, — 3 —, 第 3 页, 第3页 共8页, 3 / 8
bool is_page_number(const std::string& line) {
  const std::string key = label_key(line);
  if (key.empty() || key.size() > 24) return false;
  if (is_digits(key)) {
    const bool dressed = line.find_first_not_of("0123456789") != std::string::npos;
    return key.size() <= 3 || dressed;
  }
  const std::size_t page = key.find("页");
  if (!key.starts_with("第") || page == std::string::npos) return false;
  if (!is_digits(key.substr(3, page - 3))) return false;
  const std::string rest = key.substr(page + 3);
  return rest.empty() || (rest.starts_with("共") && rest.ends_with("页"));
}

bool is_field_code(const std::string& line) {
  constexpr std::array codes = {"MERGEFORMAT", "HYPERLINK \"", "HYPERLINK \\", "PAGEREF ", "TOC \\o",
                                "SEQ Table",   "EMBED "};
  return std::ranges::any_of(
      codes, [&](const char* code) { return line.find(code) != std::string::npos; });
}

// 一、总体情况……3
bool is_line_of_contents(const Form& form, const std::string& line) {
  std::size_t end = line.size();
  while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') --end;
  if (end == line.size() || end == 0) return false;
  std::string text = line.substr(0, end);
  const std::size_t before = text.size();
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view dot : {"…", ".", "·", " ", "．", "-", "—"}) {
      if (text.ends_with(dot)) {
        text.erase(text.size() - dot.size());
        more = true;
      }
    }
  }
  return text.size() < before && is_section_title(form, text);
}

// （此处填写…）: a whole line in brackets that tells somebody what to do.
bool is_hint(const std::string& line) {
  const bool brackets = (line.starts_with("（") && line.ends_with("）")) ||
                        (line.starts_with("(") && line.ends_with(")")) ||
                        (line.starts_with("【") && line.ends_with("】")) ||
                        (line.starts_with("[") && line.ends_with("]"));
  const bool opens = line.starts_with("填写说明") || line.starts_with("填报说明") ||
                     line.starts_with("【填报") || line.starts_with("填表说明");
  if (opens) return true;
  if (!brackets) return false;
  constexpr std::array words = {"填写", "填报", "此处", "请", "模板", "示例", "字以内", "不超过",
                                "可删除", "删除", "要求：", "说明：", "参考"};
  return std::ranges::any_of(
      words, [&](const char* word) { return line.find(word) != std::string::npos; });
}

}  // namespace

bool is_page_line(const std::string& printed) {
  if (printed.find('\t') != std::string::npos) return false;  // a figure among marks for nothing
  const std::string line = trimmed(printed);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool is_short = std::ranges::count_if(line, is_digit) <= 3;
  return is_page_number(line) && (is_short || line.find("页") != std::string::npos) &&
         !is_digit(line.front()) && !is_digit(line.back());
}

Debris debris(const Form& form, const std::string& printed) {
  const std::string line = trimmed(printed);
  if (line.empty()) return Debris::silent;
  if (is_page_number(line) || is_field_code(line) || is_line_of_contents(form, line)) {
    return Debris::silent;
  }
  const std::string key = label_key(line);
  // A line without letters: a rule, dots, underscores.
  if (key.empty()) return Debris::silent;
  if (key == "目录") return Debris::silent;
  if (key.starts_with("单位") && characters(key) <= 6) return Debris::silent;
  for (const Table& table : form.tables) {
    for (const Block& block : table.blocks) {
      if (key == label_key(block.corner) || key == label_key(block.caption)) return Debris::silent;
    }
  }
  return is_hint(line) ? Debris::hint : Debris::none;
}

}  // namespace gongkai
