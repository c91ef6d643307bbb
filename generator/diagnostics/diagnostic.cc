#include "diagnostics/diagnostic.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "diagnostics/codes.h"

namespace gongkai {
namespace {

std::string fill(std::string_view wording, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(std::cref(argument));
  return fmt::vformat(wording, store);
}

using Order =
    std::tuple<const std::string&, Mark, std::string_view, const std::vector<std::string>&>;

Order order(const Diagnostic& d) {
  return {d.position.file, d.position.mark, d.code(), d.arguments};
}

}  // namespace

Diagnostic& Diagnostics::add(const Wording& wording, Position position,
                             std::vector<std::string> arguments) {
  items_.push_back({&wording, std::move(position), std::move(arguments), {}, {}, wording.severity});
  return items_.back();
}

void Diagnostics::append(Diagnostics other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
}

void Diagnostics::sort() {
  std::stable_sort(items_.begin(), items_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  auto same = [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      items_.begin(), items_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string message(const Diagnostic& d, Language language) {
  return fill(language == Language::zh ? d.wording->zh : d.wording->en, d.arguments);
}

std::string help(const Diagnostic& d, Language language) {
  return fill(language == Language::zh ? d.wording->help_zh : d.wording->help_en, d.arguments);
}

std::string message(const Note& note, Language language) {
  return fill(language == Language::zh ? note.wording->zh : note.wording->en, note.arguments);
}

namespace codes {

std::span<const Wording* const> all() {
#define GONGKAI_CODE(name, code, severity, en, zh, help_en, help_zh) &name,
#define GONGKAI_NOTE(name, en, zh)
  static constexpr const Wording* list[] = {
#include "diagnostics/codes/all.def"
  };
#undef GONGKAI_CODE
#undef GONGKAI_NOTE
  return list;
}

}  // namespace codes
}  // namespace gongkai
