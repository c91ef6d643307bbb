#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "diagnostics/code_help.h"
#include "model/form.h"

namespace gongkai {

/// One thing that `gongkai explain` can explain, in the words of one language.
struct Topic {
  std::string id;
  std::string severity;               ///< in words; of several messages that of the first
  std::vector<std::string> messages;  ///< what is printed, with … for what changes; or the rule
  std::vector<std::string> facts;     ///< which forms and agencies, and what may be done about it
  std::string meaning;
  std::string example;
  std::string mend;
  bool has_places = false;  ///< docs/checks.md has places for what is written or measured by hand
};

/// Topics under one heading.
struct TopicChapter {
  std::string title;
  std::vector<Topic> topics;
};

/// Everything that can be explained: the rules of the forms that the folder can use (the built-in
/// ones anywhere), the checks of the program, and every message.
std::vector<TopicChapter> all_topics(const std::filesystem::path& site, Language language);

/// How it is printed for a person.
std::string topic_text(const Topic& topic, Language language);
/// All topics as Markdown: docs/checks.md.
std::string topics_markdown(const std::vector<TopicChapter>& chapters, Language language);

}  // namespace gongkai
