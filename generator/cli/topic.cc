#include "cli/topic.h"

#include <fmt/format.h>

#include <map>

#include "diagnostics/codes.h"
#include "diagnostics/wording_text.h"
#include "load/form.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

std::string severity_word(Severity severity, bool zh) {
  switch (severity) {
    case Severity::error: return zh ? "错误" : "error";
    case Severity::warning: return zh ? "警告" : "warning";
    case Severity::hint: return zh ? "提示" : "hint";
  }
  return {};
}

std::string severity_word(RuleSeverity severity, bool zh) {
  switch (severity) {
    case RuleSeverity::error: return severity_word(Severity::error, zh);
    case RuleSeverity::warning: return severity_word(Severity::warning, zh);
    case RuleSeverity::hint: return severity_word(Severity::hint, zh);
    case RuleSeverity::off: return zh ? "关闭" : "off";
  }
  return {};
}

Topic code_topic(const CodeHelp& help, Language language) {
  const bool zh = language == Language::zh;
  Topic topic;
  topic.id = help.code;
  topic.meaning = zh ? help.zh : help.en;
  topic.mend = zh ? help.mend_zh : help.mend_en;
  topic.example = help.example;
  if (const BuiltinCheck* check = builtin_check(help.code)) {
    topic.severity = severity_word(check->severity, zh);
    topic.messages.emplace_back(zh ? check->zh : check->en);
    topic.has_places = true;
    topic.facts.push_back(fmt::format(
        fmt::runtime(zh ? "可以在 site.yaml 的 checks 里调整或关闭：{}: off"
                        : "site.yaml can change its severity or turn it off: checks: {{{}: off}}"),
        topic.id));
    return topic;
  }
  for (const Wording* wording : codes::all()) {
    if (wording->code != help.code) continue;
    if (topic.severity.empty()) topic.severity = severity_word(wording->severity, zh);
    topic.messages.push_back(message_pattern(*wording, language));
    if (topic.mend.empty()) topic.mend = help_pattern(*wording, language);
  }
  return topic;
}

// `town`, `city department`, in the words of site.yaml.
std::string agencies_text(const Rule& rule) {
  std::string text;
  for (const AgencyClass& agencies : rule.agencies) {
    if (!text.empty()) text += ", ";
    text += agencies.level;
    if (!agencies.level.empty() && !agencies.body.empty()) text += " ";
    text += agencies.body;
  }
  return text;
}

// One side of a relation in the words of the form; of a long sum its first cells.
std::string side_in_words(const Form& form, const LinearExpression& side, bool zh) {
  constexpr std::size_t most = 4;
  std::string text;
  for (std::size_t i = 0; i < side.terms.size() && i < most; ++i) {
    const Term& term = side.terms[i];
    if (i > 0 || term.factor < 0) text += term.factor < 0 ? " - " : " + ";
    const std::int64_t factor = term.factor < 0 ? -term.factor : term.factor;
    if (factor != 1) text += std::to_string(factor) + "×";
    if (term.previous) text += zh ? "上年 " : "last year's ";
    text += form.cell_label(term.cell);
  }
  if (side.terms.size() > most) text += " + …";
  if (side.terms.empty() || !side.constant.is_zero()) {
    text += (text.empty() ? "" : " + ") + side.constant.str();
  }
  return text;
}

// The rule as it stands for the first row or column that it was made for.
std::string rule_example(const Form& form, const Rule& rule, bool zh) {
  if (rule.instances.empty()) return {};
  const Relation& relation = rule.instances.front().relation;
  return side_in_words(form, relation.left, zh) + "\n  " + symbol(relation.comparator) + " " +
         side_in_words(form, relation.right, zh);
}

class RuleTopics {
 public:
  explicit RuleTopics(Language language) : language_(language), zh_(language == Language::zh) {}

  void add(const Form& form) {
    for (const Rule& rule : form.rules) add(form, rule);
  }

  std::vector<Topic> list() const {
    std::vector<Topic> list;
    for (const std::string& id : order_) {
      Topic topic = topics_.at(id);
      for (const auto& [said, forms] : facts_.at(id)) {
        topic.facts.push_back(said.empty() ? forms : forms + ": " + said);
      }
      list.push_back(std::move(topic));
    }
    return list;
  }

 private:
  void add(const Form& form, const Rule& rule) {
    const auto [entry, is_new] = topics_.try_emplace(rule.id);
    if (is_new) {
      order_.push_back(rule.id);
      entry->second = begin(form, rule);
    }
    std::string said = rule.kind == RuleKind::total ? std::string() : rule.source;
    const std::string agencies = agencies_text(rule);
    if (!agencies.empty()) said += (zh_ ? "；只适用于 " : "; for ") + agencies;
    if (rule.explain) {
      said += zh_ ? "；数字属实的，机构可以在 explanations 下说明" : "; the agency may explain it";
    }
    std::string& forms = facts_[rule.id][said];
    forms += (forms.empty() ? "" : ", ") + form.id;
  }

  Topic begin(const Form& form, const Rule& rule) const {
    Topic topic;
    topic.id = rule.id;
    topic.severity = severity_word(rule.severity, zh_);
    topic.messages.push_back(rule.text);
    topic.example = rule_example(form, rule, zh_);
    const bool total = rule.kind == RuleKind::total;
    if (const CodeHelp* help = code_help("total-fails"); total && help != nullptr) {
      topic.meaning = zh_ ? help->zh : help->en;
    }
    topic.mend = help_pattern(total ? codes::total_fails : codes::rule_fails, language_);
    return topic;
  }

  Language language_;
  bool zh_;
  std::map<std::string, Topic> topics_;
  std::vector<std::string> order_;
  /// What is said of a rule beside its words, and the forms of which it is true.
  std::map<std::string, std::map<std::string, std::string>> facts_;
};

TopicChapter rule_chapter(const std::filesystem::path& site, Language language) {
  const SiteFiles files{site};
  RuleTopics rules(language);
  // What is wrong with a form of the site is for `gongkai check` to say.
  Diagnostics ignored;
  Settings settings;
  settings.language = language == Language::zh ? "zh-CN" : "en";
  for (const FormSource& source : list_forms(files)) {
    if (const auto form = load_form(files, source, settings, ignored)) rules.add(*form);
  }
  return {language == Language::zh ? "表样的规则" : "Rules of the forms", rules.list()};
}

// Messages that say all there is to say need no entry among the explanations.
TopicChapter other_chapter(Language language) {
  TopicChapter chapter{language == Language::zh ? "其他信息" : "Other messages", {}};
  for (const Wording* wording : codes::all()) {
    if (code_help(wording->code) != nullptr) continue;
    CodeHelp bare{};
    bare.code = wording->code;
    if (chapter.topics.empty() || chapter.topics.back().id != wording->code) {
      chapter.topics.push_back(code_topic(bare, language));
    }
  }
  return chapter;
}

}  // namespace

std::vector<TopicChapter> all_topics(const std::filesystem::path& site, Language language) {
  std::vector<TopicChapter> chapters = {rule_chapter(site, language)};
  for (const CodeChapter& chapter : code_chapters()) {
    TopicChapter& made = chapters.emplace_back();
    made.title = language == Language::zh ? chapter.zh : chapter.en;
    for (const CodeHelp& help : chapter.codes) made.topics.push_back(code_topic(help, language));
  }
  TopicChapter others = other_chapter(language);
  if (!others.topics.empty()) chapters.push_back(std::move(others));
  return chapters;
}

}  // namespace gongkai
