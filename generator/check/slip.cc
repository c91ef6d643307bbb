#include "check/slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check/check.h"
#include "check/hints.h"
#include "check/relation_text.h"
#include "check/repair.h"
#include "diagnostics/codes/check.h"
#include "diagnostics/codes/hints.h"
#include "model/builtin_checks.h"

namespace gongkai {
namespace {

using Group = std::vector<const Finding*>;

std::set<CellIndex> cells_of(const Finding& finding) {
  std::set<CellIndex> cells;
  for (const auto* side : {&finding.instance->relation.left, &finding.instance->relation.right}) {
    for (const Term& term : side->terms) {
      if (!term.previous) cells.insert(term.cell);
    }
  }
  return cells;
}

Decimal difference(const Finding& finding) {
  const Decimal difference = finding.found - finding.expected;
  return difference.is_negative() ? -difference : difference;
}

// One wrong figure breaks every sum that it stands in by the same amount.
bool may_share_a_cause(const Finding& a, const Finding& b) {
  if (difference(a) != difference(b)) return false;
  const std::set<CellIndex> cells = cells_of(a), others = cells_of(b);
  return std::any_of(cells.begin(), cells.end(),
                     [&](CellIndex cell) { return others.count(cell) != 0; });
}

std::vector<Group> group_by_cause(const std::vector<const Finding*>& findings) {
  std::vector<Group> groups;
  for (const Finding* finding : findings) {
    const auto joins = [&](const Group& group) {
      return std::any_of(group.begin(), group.end(), [&](const Finding* other) {
        return may_share_a_cause(*finding, *other);
      });
    };
    const auto first = std::find_if(groups.begin(), groups.end(), joins);
    if (first == groups.end()) {
      groups.push_back({finding});
      continue;
    }
    first->push_back(finding);
    // It may have brought groups together that had nothing to do with each other before.
    for (auto other = groups.end() - 1; other != first; --other) {
      const bool linked = std::any_of(other->begin(), other->end(), [&](const Finding* each) {
        return may_share_a_cause(*finding, *each);
      });
      if (!linked) continue;
      first->insert(first->end(), other->begin(), other->end());
      other = groups.erase(other);
    }
  }
  return groups;
}

class Slip {
 public:
  Slip(const Diagnostics& diagnostics, const Catalog& catalog, const Report& report)
      : diagnostics_(diagnostics),
        report_(report),
        zh_(catalog.settings.chinese()),
        findings_(evaluate(catalog, report)),
        causes_(find_causes(findings_)) {}

  std::string make() {
    add_findings(RuleSeverity::error,
                 say("## To be mended\n\nCompare these with the original sheet.\n",
                     "## 须改正\n\n请对照原件核对下列数字，改正后重新报送。\n"));
    add_findings(RuleSeverity::warning,
                 say("## To be looked at\n\nCompare these with the original sheet; where they are "
                     "right, say why they differ.\n",
                     "## 须核对\n\n请对照原件核对下列数字；确认无误的，请说明原因。\n"));
    add_texts();
    if (body_.empty()) return {};
    return fmt::format(
        fmt::runtime(say("# Slip of corrections\n\nAgency: {}\n\nReport: {}\n{}\nHandled by: "
                         "____________    Date: ____________\n",
                         "# 退改单\n\n填报机关：{}\n\n报告：{}\n{}\n经办：____________    "
                         "日期：____________\n")),
        report_.agency->name_in(report_.year), report_title(report_), body_);
  }

 private:
  const char* say(const char* en, const char* zh) const { return zh_ ? zh : en; }

  void add_findings(RuleSeverity severity, const char* heading) {
    std::vector<const Finding*> findings;
    for (const Finding& finding : findings_) {
      if (finding.outcome == Outcome::failed && finding.severity == severity) {
        findings.push_back(&finding);
      }
    }
    if (findings.empty()) return;
    body_ += fmt::format("\n{}", heading);
    int number = 0;
    std::uint16_t table = 0;
    for (const Group& group : group_by_cause(findings)) {
      const std::uint16_t of_group = table_of(*group.front());
      if (number == 0 || of_group != table) {
        table = of_group;
        body_ += fmt::format("\n### {}\n\n", table_title(table));
      }
      add_group(++number, group);
    }
  }

  void add_group(int number, const Group& group) {
    if (group.size() == 1) {
      body_ += fmt::format("{}. {}\n   {}\n", number, line_of(*group[0]), ground_of(*group[0]));
      add_hints_of(group);
      return;
    }
    body_ += fmt::format("{}. {}\n", number,
                         say("These may come from one wrong figure:",
                             "以下各处可能出于同一个数字："));
    for (const Finding* finding : group) {
      body_ += fmt::format("   - {}\n     {}\n", line_of(*finding), ground_of(*finding));
    }
    add_hints_of(group);
  }

  // What to look up in the original sheet, each hint once.
  void add_hints_of(const Group& group) {
    std::set<std::string> seen;
    for (const Finding* finding : group) {
      Diagnostic hints = explain(*finding);
      hints.notes.clear();
      add_hints(causes_, *finding, hints);
      for (const Note& note : hints.notes) {
        // It points at a line of the file, and the slip says the same by its numbers.
        if (note.wording == &notes::same_cause) continue;
        const std::string text = message(note, zh_ ? Language::zh : Language::en);
        if (seen.insert(text).second) body_ += fmt::format("   - {}{}\n", text, say(".", "。"));
      }
    }
  }

  std::uint16_t table_of(const Finding& finding) const {
    return report_.form->cells[finding.cell()].table;
  }

  std::string table_title(std::uint16_t table) const {
    for (const Section& section : report_.form->sections) {
      if (section.table == table) return section.title;
    }
    return report_.form->tables[table].caption;
  }

  // 三（七）总计·自然人：填报60，应为61。
  std::string line_of(const Finding& finding) const {
    const Relation& relation = finding.instance->relation;
    const std::string found = finding.found.str(), expected = finding.expected.str();
    const bool one_cell = relation.left.terms.size() == 1 && relation.left.constant.is_zero();
    if (one_cell) {
      return fmt::format(fmt::runtime(say("{}: filed {}, should be {}{}.", "{}：填报{}，应{}{}。")),
                         report_.form->cell_label(finding.cell()), found,
                         demand(relation.comparator), expected);
    }
    const std::string& line = finding.instance->line;
    return fmt::format(
        fmt::runtime(say("{}: the two sides are {} and {} and differ by {}.",
                         "{}：两边分别为{}和{}，相差{}。")),
        line.empty() ? report_.form->cell_label(finding.cell()) : line, found, expected,
        difference(finding).str());
  }

  const char* demand(Comparator comparator) const {
    switch (comparator) {
      case Comparator::equal: return say("", "为");
      case Comparator::not_equal: return say("other than ", "不同于");
      case Comparator::less: return say("less than ", "小于");
      case Comparator::less_equal: return say("at most ", "不大于");
      case Comparator::greater: return say("more than ", "大于");
      case Comparator::greater_equal: return say("at least ", "不小于");
    }
    return "";
  }

  std::string ground_of(const Finding& finding) const {
    const Rule& rule = *finding.rule;
    const std::string numbers = relation_in_numbers(finding);
    if (rule.text.empty()) return fmt::format(fmt::runtime(say("{}.", "核算：{}。")), numbers);
    return fmt::format(fmt::runtime(say("Rule: {}; {}.", "依据：{}。核算：{}。")), rule.text,
                       numbers);
  }

  // What the checks of the program say of the narratives, under the section's heading.
  void add_texts() {
    std::set<std::string> seen;
    std::string items;
    for (const Diagnostic& diagnostic : diagnostics_.items()) {
      if (!builtin_check(diagnostic.code())) continue;
      const Section* section = section_at(diagnostic.position);
      if (!section) continue;
      std::string item = fmt::format(fmt::runtime(say("{}: {}", "{}：{}")), section->title,
                                     words_of(diagnostic));
      if (!seen.insert(item).second) continue;
      items += fmt::format("{}. {}{}\n", seen.size(), item, say(".", "。"));
    }
    if (items.empty()) return;
    body_ += fmt::format("\n{}\n{}", say("## Text\n", "## 文字部分\n"), items);
  }

  std::string words_of(const Diagnostic& diagnostic) const {
    if (diagnostic.wording == &codes::wording) {
      return fmt::format(fmt::runtime(say("for “{}” write “{}”", "“{}”应写作“{}”")),
                         diagnostic.arguments[0], diagnostic.arguments[1]);
    }
    return message(diagnostic, zh_ ? Language::zh : Language::en);
  }

  // The section in whose text a position lies; null for any other file.
  const Section* section_at(const Position& position) const {
    const Narrative* found = nullptr;
    for (const Narrative& narrative : report_.narratives) {
      if (narrative.file != position.file) continue;
      if (static_cast<std::uint32_t>(narrative.first_line) <= position.mark.line || !found) {
        found = &narrative;
      }
    }
    if (!found) return nullptr;
    const auto& sections = report_.form->sections;
    const auto section = std::find_if(sections.begin(), sections.end(), [&](const Section& each) {
      return each.id == found->section;
    });
    return section == sections.end() ? nullptr : &*section;
  }

  const Diagnostics& diagnostics_;
  const Report& report_;
  bool zh_;
  std::vector<Finding> findings_;
  std::vector<Cause> causes_;  ///< of findings_
  std::string body_;
};

}  // namespace

std::string make_slip(const Diagnostics& diagnostics, const Catalog& catalog,
                      const Report& report) {
  return Slip(diagnostics, catalog, report).make();
}

}  // namespace gongkai
