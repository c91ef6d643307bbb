#include "texts/other_basis.h"

#include <algorithm>
#include <array>
#include <optional>

#include "diagnostics/codes/texts.h"
#include "model/builtin_checks.h"
#include "texts/passage.h"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 5> opening = {"〔", "[", "［", "（", "("};
constexpr std::array<std::string_view, 5> closing = {"〕", "]", "］", "）", ")"};

// The bytes of a bracket at the beginning of a text; 0 where there is none.
std::size_t bracket(std::string_view text, const std::array<std::string_view, 5>& brackets) {
  for (std::string_view each : brackets) {
    if (text.starts_with(each)) return each.size();
  }
  return 0;
}

std::size_t blanks(std::string_view text) {
  return std::min(text.find_first_not_of(' '), text.size());
}

// A notice as forms cite it, cut at the brackets around its year: 国办公开办函, 2019, 60号. A basis
// without such brackets is one part.
struct Notice {
  std::vector<std::string_view> parts;

  explicit Notice(std::string_view basis) {
    for (std::size_t i = 0; i < basis.size();) {
      const std::string_view rest = basis.substr(i);
      const std::size_t length = std::max(bracket(rest, opening), bracket(rest, closing));
      if (length > 0) {
        parts.push_back(basis.substr(0, i));
        basis.remove_prefix(i + length);
        i = 0;
      } else {
        ++i;
      }
    }
    parts.push_back(basis);
  }

  // The end of the notice that begins at an offset; nothing where another one stands there.
  std::optional<std::size_t> end_at(std::string_view text, std::size_t at) const {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) {
        at += blanks(text.substr(at));
        const std::size_t length =
            std::max(bracket(text.substr(at), opening), bracket(text.substr(at), closing));
        if (length == 0) return {};
        at += length;
        at += blanks(text.substr(at));
      }
      if (!text.substr(at).starts_with(parts[i])) return {};
      at += parts[i].size();
    }
    return at;
  }

  // The first citation from an offset on.
  std::optional<Passage> find(std::string_view text, std::size_t from) const {
    // The year is looked for first: its digits are rarer than the characters before it.
    if (parts.size() > 1 && text.find(parts[1], from) == text.npos) return {};
    for (std::size_t at = text.find(parts[0], from); at != text.npos;
         at = text.find(parts[0], at + 1)) {
      if (const auto end = end_at(text, at)) return Passage{at, text.substr(at, *end - at)};
    }
    return {};
  }
};

bool is_named_as_basis(const Passage& sentence, const Passage& citation) {
  const std::string_view before = sentence.text.substr(0, citation.begin - sentence.begin);
  return has_any(before, {"根据", "按照", "依据", "依照", "遵照", "参照", "pursuant to",
                          "according to", "required by", "prescribed by"});
}

bool looks_back(std::string_view sentence) {
  return has_any(sentence, {"原格式", "原来", "旧格式", "不再", "废止", "停止执行", "此前", "以前",
                            "往年", "上年", "去年", "不同", "相比", "取代", "代替", "修订", "改为",
                            "替代", "former", "replaced", "no longer"});
}

}  // namespace

void check_other_basis(const Catalog& catalog, const Report& report, Diagnostics& diagnostics) {
  const RuleSeverity severity = severity_of(*builtin_check("other_basis"), catalog.settings);
  const Form& own = *report.form;
  if (severity == RuleSeverity::off || own.basis.empty()) return;
  const Notice own_notice(own.basis);
  for (const Form& form : catalog.forms) {
    if (form.basis.empty() || form.basis == own.basis) continue;
    const Notice notice(form.basis);
    for (const Narrative& narrative : report.narratives) {
      const std::string_view text = narrative.text;
      for (auto found = notice.find(text, 0); found; found = notice.find(text, found->end())) {
        const Passage sentence = sentence_at(text, found->begin);
        if (!is_named_as_basis(sentence, *found) || looks_back(sentence.text) ||
            own_notice.find(sentence.text, 0)) {
          continue;
        }
        add_unless_confirmed(report, narrative, found->begin, found->text.size(),
                             codes::other_basis, severity, {form.basis, form.name, own.basis},
                             diagnostics);
      }
    }
  }
}

}  // namespace gongkai
