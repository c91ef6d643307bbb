#include "import/docx_numbering.h"

#include <charconv>

#include "diagnostics/utf8.h"
#include "import/xml.h"

namespace gongkai {
namespace {

constexpr int max_levels = 9;

int number_of(std::string_view text, int fallback) {
  int value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string chinese_number(int value) {
  static constexpr const char* digits[] = {"〇", "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九"};
  if (value < 0 || value > 99) return std::to_string(value);
  if (value < 10) return digits[value];
  std::string text = value < 20 ? "" : digits[value / 10];
  text += "十";
  if (value % 10 != 0) text += digits[value % 10];
  return text;
}

std::string shown(int value, const std::string& format) {
  if (format.starts_with("chineseCounting") || format.starts_with("japaneseCounting") ||
      format == "taiwaneseCounting" || format == "ideographDigital") {
    return chinese_number(value);
  }
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") {
    std::string text;
    if (value >= 1 && value <= 20) append_utf8(text, static_cast<char32_t>(0x245F + value));
    return text.empty() ? std::to_string(value) : text;
  }
  const bool lower = format == "lowerLetter";
  if ((lower || format == "upperLetter") && value >= 1 && value <= 26) {
    return std::string(1, static_cast<char>((lower ? 'a' : 'A') + value - 1));
  }
  return std::to_string(value);
}

}  // namespace

DocxNumbering::DocxNumbering(Archive& archive, const std::string& part) {
  const auto bytes = archive.read(part);
  if (!bytes) return;
  pugi::xml_document document;
  parse_xml(part, *bytes, document);
  for (const pugi::xml_node& node : document.document_element().children()) {
    if (local_name(node) == "abstractNum") {
      std::vector<Level>& levels = definitions_[std::string(attribute(node, "abstractNumId"))];
      levels.resize(max_levels);
      for (const pugi::xml_node& below : node.children()) {
        const int level = number_of(attribute(below, "ilvl"), 0);
        if (local_name(below) != "lvl" || level < 0 || level >= max_levels) continue;
        Level& it = levels[static_cast<std::size_t>(level)];
        it.format = attribute(child(below, "numFmt"), "val");
        it.text = attribute(child(below, "lvlText"), "val");
        it.start = number_of(attribute(child(below, "start"), "val"), 1);
      }
    } else if (local_name(node) == "num") {
      List& list = lists_[std::string(attribute(node, "numId"))];
      list.definition = attribute(child(node, "abstractNumId"), "val");
      for (const pugi::xml_node& below : node.children()) {
        if (local_name(below) != "lvlOverride") continue;
        const pugi::xml_node start = child(below, "startOverride");
        if (start) {
          list.starts[number_of(attribute(below, "ilvl"), 0)] = number_of(attribute(start, "val"), 1);
        }
      }
    }
  }
}

std::string DocxNumbering::next(const std::string& list, int level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level < 0 || level >= max_levels) return {};
  const auto definition = definitions_.find(found->second.definition);
  if (definition == definitions_.end()) return {};
  const std::vector<Level>& levels = definition->second;
  const auto at = static_cast<std::size_t>(level);
  if (levels[at].format == "bullet") return "-";
  if (levels[at].format == "none") return {};
  // A list that starts anew counts for itself.
  std::string counter_name = found->second.definition;
  if (!found->second.starts.empty()) counter_name += "/" + list;
  std::vector<int>& counters = counters_[counter_name];
  counters.resize(max_levels);
  const auto start_of = [&](std::size_t i) {
    const auto start = found->second.starts.find(static_cast<int>(i));
    return start == found->second.starts.end() ? levels[i].start : start->second;
  };
  counters[at] = counters[at] == 0 ? start_of(at) : counters[at] + 1;
  for (std::size_t below = at + 1; below < counters.size(); ++below) counters[below] = 0;

  std::string text;
  const std::string& pattern = levels[at].text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' &&
                       pattern[i + 1] <= '9';
    if (!place) {
      text += pattern[i];
      continue;
    }
    const auto named = static_cast<std::size_t>(pattern[++i] - '1');
    const int value = counters[named] == 0 ? start_of(named) : counters[named];
    text += shown(value, levels[named].format);
  }
  return text;
}

}  // namespace gongkai
