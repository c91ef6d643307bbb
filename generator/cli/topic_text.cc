#include <fmt/format.h>

#include "cli/topic.h"

namespace gongkai {
namespace {

std::string indented(std::string_view text, std::string_view by) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.append(by).append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string intro(bool zh) {
  return zh ? "# 检查些什么\n\n本页由 `gongkai explain --all` 写成；`gongkai explain 代码` "
              "单独解释其中一条。\n"
            : "# What is checked\n\n`gongkai explain --all` writes this page, and `gongkai explain "
              "CODE` explains one of\nits entries, in Chinese or English. The code stands in "
              "brackets at the end of every message; a rule\nprints its own id there. How messages "
              "are written: [diagnostics.md](diagnostics.md).\n";
}

// In a table or a paragraph of Markdown these signs would mean something.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<' || c == '*' || c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string topic_markdown(const Topic& topic, bool zh) {
  std::string out = fmt::format("\n### `{}` · {}\n\n", topic.id, topic.severity);
  for (const std::string& message : topic.messages) out += fmt::format("> {}\n", plain(message));
  if (!topic.meaning.empty()) out += "\n" + plain(topic.meaning) + "\n";
  if (!topic.facts.empty()) out += "\n";
  for (const std::string& fact : topic.facts) out += "- " + plain(fact) + "\n";
  if (!topic.example.empty()) out += "\n```\n" + topic.example + "\n```\n";
  if (!topic.mend.empty()) {
    out += fmt::format("\n{} {}\n", zh ? "**怎么改**：" : "**To mend it:**", plain(topic.mend));
  }
  // Places for what people write about a check, and for what a labelled sample shows of it.
  if (topic.has_places) {
    out += fmt::format("\n<!-- about: {0} -->\n<!-- end -->\n", topic.id) +
           fmt::format("\n<!-- measured: {0} -->\n<!-- end -->\n", topic.id);
  }
  return out;
}

}  // namespace

std::string topic_text(const Topic& topic, Language language) {
  const bool zh = language == Language::zh;
  std::string out = fmt::format("{} · {}\n", topic.id, topic.severity);
  for (const std::string& message : topic.messages) out += "  " + message + "\n";
  if (!topic.meaning.empty()) out += "\n" + topic.meaning + "\n";
  if (!topic.facts.empty()) out += "\n";
  for (const std::string& fact : topic.facts) out += "- " + fact + "\n";
  if (!topic.example.empty()) {
    out += std::string("\n") + (zh ? "例如：" : "for example:") + "\n" +
           indented(topic.example, "    ");
  }
  if (!topic.mend.empty()) {
    out += fmt::format("\n{}{}\n", zh ? "怎么改：" : "to mend it: ", topic.mend);
  }
  return out;
}

std::string topics_markdown(const std::vector<TopicChapter>& chapters, Language language) {
  const bool zh = language == Language::zh;
  std::string out = intro(zh);
  for (const TopicChapter& chapter : chapters) {
    out += "\n## " + chapter.title + "\n";
    for (const Topic& topic : chapter.topics) out += topic_markdown(topic, zh);
  }
  return out;
}

}  // namespace gongkai
