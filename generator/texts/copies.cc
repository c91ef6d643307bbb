#include "texts/copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"
#include "model/parallel.h"
#include "texts/confirmed.h"
#include "texts/passage.h"
#include "texts/shared_passages.h"
#include "texts/similar_groups.h"
#include "texts/text_place.h"

namespace gongkai {
namespace {

constexpr std::size_t least_shingles = 80 - shingle_length + 1;
constexpr double least_similarity = 0.7;
constexpr int least_percent = 70;
constexpr std::size_t most_notes = 3;
constexpr std::size_t most_names = 10;

/// A section's text that is long enough to be compared.
struct Text {
  const Report* report;
  const Narrative* narrative;
};

using Phrases = std::map<const Form*, CommonPhrases>;

std::vector<TextToken> tokens_of(const Text& text, const Phrases& phrases) {
  const Agency& agency = *text.report->agency;
  return tokens_of(text.narrative->text, phrases.at(text.report->form),
                   {agency.name_in(text.report->year), agency.short_name});
}

std::uint64_t kind_of(const Report& report, const Narrative& narrative) {
  return std::hash<std::string>()(narrative.section) * 10'000 +
         static_cast<std::uint64_t>(report.year);
}

struct Sketched {
  std::vector<Text> texts;
  std::vector<SketchedText> sketches;  // of the same indices
  std::map<const Narrative*, std::size_t> index;
};

Sketched sketch_all(const Catalog& catalog, const Phrases& phrases, int jobs) {
  struct OfReport {
    std::vector<Text> texts;
    std::vector<SketchedText> sketches;
  };
  std::vector<OfReport> found(catalog.reports.size());
  parallel_for(found.size(), jobs, [&](std::size_t i) {
    const Report& report = catalog.reports[i];
    if (report.status == Status::withdrawn) return;
    for (const Narrative& narrative : report.narratives) {
      const Text text{&report, &narrative};
      const std::vector<std::uint64_t> shingles = shingles_of(tokens_of(text, phrases));
      const auto count = std::count_if(shingles.begin(), shingles.end(),
                                       [](std::uint64_t shingle) { return shingle != 0; });
      if (static_cast<std::size_t>(count) < least_shingles) continue;
      found[i].texts.push_back(text);
      found[i].sketches.push_back({kind_of(report, narrative), MinHash(shingles)});
    }
  });
  Sketched all;
  for (OfReport& of_report : found) {
    for (std::size_t i = 0; i < of_report.texts.size(); ++i) {
      all.index[of_report.texts[i].narrative] = all.texts.size();
      all.texts.push_back(of_report.texts[i]);
      all.sketches.push_back(of_report.sketches[i]);
    }
  }
  return all;
}

// A passage in bytes, up to the end of its first line, for a caret underlines one.
Passage passage_at(const std::string& text, const std::vector<TextToken>& tokens,
                   std::size_t first, std::size_t length) {
  const std::size_t begin = tokens[first].begin;
  const std::size_t end = std::min<std::size_t>(tokens[first + length - 1].end,
                                                std::min(text.find('\n', begin), text.size()));
  return {begin, std::string_view(text).substr(begin, end - begin)};
}

std::string name_of(const Text& text) {
  return text.report->agency->short_name + " " + std::to_string(text.report->year);
}

Position position_of(const Text& text, const Passage& passage) {
  return TextPlaces(*text.narrative).at(passage.begin, passage.text.size());
}

// What stands in both, where it is enough to speak of.
class Copy {
 public:
  Copy(const Text& text, const Text& other, const Phrases& phrases)
      : text_(text),
        other_(other),
        tokens_(tokens_of(text, phrases)),
        other_tokens_(tokens_of(other, phrases)),
        shared_(shared_text(tokens_, other_tokens_)) {}

  int percent() const { return shared_.percent; }
  std::size_t longest() const { return shared_.passages.front().length; }
  Passage here(std::size_t i) const {
    const SharedPassage& passage = shared_.passages[i];
    return passage_at(text_.narrative->text, tokens_, passage.first, passage.length);
  }
  Position there(std::size_t i) const {
    const SharedPassage& passage = shared_.passages[i];
    return position_of(other_, passage_at(other_.narrative->text, other_tokens_, passage.other,
                                          passage.length));
  }
  // Where the passages after the longest stand in either text.
  void add_further(Diagnostic& diagnostic) const {
    for (std::size_t i = 1; i < std::min(most_notes, shared_.passages.size()); ++i) {
      const Position place = there(i);
      diagnostic.notes.push_back({&notes::further_passage,
                                  position_of(text_, here(i)),
                                  {std::to_string(shared_.passages[i].length),
                                   fmt::format("{}:{}", place.file, place.mark.line)}});
    }
  }

 private:
  Text text_, other_;
  std::vector<TextToken> tokens_, other_tokens_;
  SharedText shared_;
};

// Says at the longest passage that `text` shares with the first of `others` what stands in all.
void add_copy(const Text& text, const std::vector<Text>& others, int percent,
              const Phrases& phrases, std::string names, RuleSeverity severity,
              Diagnostics& diagnostics) {
  const Copy copy(text, others.front(), phrases);
  if (copy.percent() < least_percent) return;
  const Passage here = copy.here(0);
  if (is_confirmed(*text.report, *text.narrative, here.begin, here.text.size())) return;
  Diagnostic& d = diagnostics.add(codes::similar_text, position_of(text, here),
                                  {std::to_string(others.size() == 1 ? copy.percent() : percent),
                                   std::to_string(others.size()), std::move(names)});
  d.severity = to_severity(severity);
  d.subject = subject_of(*text.report, *text.narrative);
  d.notes.push_back({&notes::same_passage, copy.there(0), {std::to_string(copy.longest())}});
  if (others.size() == 1) copy.add_further(d);
  for (std::size_t i = 1; i < std::min(most_notes, others.size()); ++i) {
    const Copy other(text, others[i], phrases);
    if (other.percent() == 0) continue;
    d.notes.push_back({&notes::same_in_group, other.there(0),
                       {name_of(others[i]), std::to_string(other.percent())}});
  }
}

void add_group(const Catalog& catalog, const Sketched& all, const std::vector<std::size_t>& group,
               const Phrases& phrases, RuleSeverity severity, Diagnostics& diagnostics) {
  const MinHash& first = all.sketches[group.front()].sketch;
  std::vector<std::pair<double, std::size_t>> others;
  for (std::size_t i = 1; i < group.size(); ++i) {
    others.emplace_back(-similarity(first, all.sketches[group[i]].sketch), group[i]);
  }
  std::sort(others.begin(), others.end());  // the most similar first
  std::vector<Text> texts;
  std::string names;
  for (const auto& [similar, index] : others) {
    texts.push_back(all.texts[index]);
    if (texts.size() > most_names) continue;
    if (!names.empty()) names += catalog.settings.chinese() ? "、" : ", ";
    names += name_of(texts.back());
  }
  if (texts.size() > most_names) names += "…";
  // Of the shingles of both a share s is common: of the shingles of one about 2s / (1 + s).
  const double least = -others.back().first;
  const int percent = static_cast<int>(200 * least / (1 + least));
  add_copy(all.texts[group.front()], texts, percent, phrases, std::move(names), severity,
           diagnostics);
}

void check_last_year(const Catalog& catalog, const Sketched& all, const Phrases& phrases, int jobs,
                     RuleSeverity severity, Diagnostics& diagnostics) {
  std::vector<Diagnostics> found(all.texts.size());
  parallel_for(found.size(), jobs, [&](std::size_t i) {
    const Text& text = all.texts[i];
    const Report* before = catalog.previous(*text.report);
    if (!before) return;
    for (const Narrative& narrative : before->narratives) {
      const auto other = all.index.find(&narrative);
      if (narrative.section != text.narrative->section || other == all.index.end() ||
          similarity(all.sketches[i].sketch, all.sketches[other->second].sketch) <
              least_similarity) {
        continue;
      }
      const Text& copied = all.texts[other->second];
      add_copy(text, {copied}, 0, phrases, name_of(copied), severity, found[i]);
    }
  });
  for (Diagnostics& of_text : found) diagnostics.append(std::move(of_text));
}

void check_same_year(const Catalog& catalog, const Sketched& all, const Phrases& phrases, int jobs,
                     RuleSeverity severity, Diagnostics& diagnostics) {
  const auto groups = similar_groups(all.sketches, least_similarity, jobs);
  std::vector<Diagnostics> found(groups.size());
  parallel_for(groups.size(), jobs, [&](std::size_t i) {
    add_group(catalog, all, groups[i], phrases, severity, found[i]);
  });
  for (Diagnostics& of_group : found) diagnostics.append(std::move(of_group));
}

}  // namespace

void check_copies(const Catalog& catalog, int jobs, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("similar_text"), catalog.settings);
  if (severity == RuleSeverity::off) return;
  Phrases phrases;
  for (const Form& form : catalog.forms) phrases.emplace(&form, form);
  const Sketched all = sketch_all(catalog, phrases, jobs);
  check_last_year(catalog, all, phrases, jobs, severity, diagnostics);
  check_same_year(catalog, all, phrases, jobs, severity, diagnostics);
}

}  // namespace gongkai
