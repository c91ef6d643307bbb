#include "cli/form_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>

#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

using Forms = std::vector<const Form*>;

bool is_for(const Form& form, int year) {
  return form.from_year <= year && year <= form.until_year;
}

std::string years_of(const Form& form) {
  return form.until_year == 9999 ? fmt::format("{}–", form.from_year)
                                 : fmt::format("{}–{}", form.from_year, form.until_year);
}

const Form* asked_form(const Catalog& catalog, int year, const std::string& asked,
                       const Console& console) {
  const Form* form = catalog.form(asked);
  if (!form) {
    std::vector<std::string> known;
    for (const Form& each : catalog.forms) known.push_back(each.id);
    std::string line =
        fmt::format(fmt::runtime(console.words("gongkai: there is no form {}; there are {}",
                                               "gongkai：没有表样 {}；现有 {}")),
                    asked, fmt::join(known, console.words(", ", "、")));
    if (const auto near = nearest(asked, known)) {
      line +=
          fmt::format(fmt::runtime(console.words("; did you mean {}?", "；是不是 {}？")), *near);
    }
    console.complain(line);
    return nullptr;
  }
  if (is_for(*form, year)) return form;
  console.complain(
      fmt::format(fmt::runtime(console.words("gongkai: the form {} is for {}, not for {}",
                                             "gongkai：表样 {} 用于 {} 年度，不用于 {} 年度")),
                  form->id, years_of(*form), year));
  return nullptr;
}

// The form itself, or the one that continues it.
const Form* successor(const Forms& candidates, const Form& earlier) {
  const Form* found = nullptr;
  for (const Form* form : candidates) {
    if (form->id == earlier.id) return form;
    if (form->series.after == earlier.id) found = form;
  }
  return found;
}

const Form* own_last_form(const Catalog& catalog, const Agency& agency, int year,
                          const Forms& candidates) {
  const Form* last = nullptr;
  for (const Report* report : catalog.reports_of(agency)) {
    if (report->year < year || !last) last = report->form;
  }
  return last ? successor(candidates, *last) : nullptr;
}

// The form that most of these reports speak for; null where none does or two do alike.
const Form* form_of_most(const Catalog& catalog, const Forms& candidates,
                         const std::function<bool(const Report&)>& counts) {
  std::map<const Form*, int> votes;
  for (const Report& report : catalog.reports) {
    if (!counts(report)) continue;
    if (const Form* form = successor(candidates, *report.form)) ++votes[form];
  }
  const Form* most = nullptr;
  int best = 0;
  for (const auto& [form, count] : votes) {
    if (count == best) most = nullptr;
    if (count > best) {
      best = count;
      most = form;
    }
  }
  return most;
}

const Form* only_one(const Forms& forms, const std::function<bool(const Form&)>& counts) {
  const Form* found = nullptr;
  for (const Form* form : forms) {
    if (!counts(*form)) continue;
    if (found) return nullptr;
    found = form;
  }
  return found;
}

void complain_of_choice(const Forms& candidates, int year, const Console& console) {
  if (candidates.empty()) {
    console.complain(fmt::format(
        fmt::runtime(console.words("gongkai: no form is for {}; content/forms/ can hold one",
                                   "gongkai：没有用于 {} 年度的表样；可以放在 content/forms/")),
        year));
    return;
  }
  std::vector<std::string> names;
  for (const Form* form : candidates) {
    names.push_back(
        fmt::format(fmt::runtime(console.words("{} ({})", "{}（{}）")), form->id, form->name));
  }
  console.complain(fmt::format(
      fmt::runtime(console.words("gongkai: several forms are for {}: {}; choose one with --form",
                                 "gongkai：{} 年度可用的表样不止一种：{}；请用 --form 选定")),
      year, fmt::join(names, console.words(", ", "、"))));
}

}  // namespace

const Form* choose_form(const Catalog& catalog, const Agency& agency, int year,
                        const std::string& asked, const Console& console) {
  if (!asked.empty()) return asked_form(catalog, year, asked, console);
  Forms candidates;
  for (const Form& form : catalog.forms) {
    if (is_for(form, year)) candidates.push_back(&form);
  }
  if (const Form* form = own_last_form(catalog, agency, year, candidates)) return form;
  const auto same_kind = [&](const Report& report) { return report.agency->kind == agency.kind; };
  if (const Form* form = form_of_most(catalog, candidates, same_kind)) return form;
  const auto any = [](const Report&) { return true; };
  if (const Form* form = form_of_most(catalog, candidates, any)) return form;
  const auto own = [](const Form& form) { return form.file.starts_with("content/"); };
  if (const Form* form = only_one(candidates, own)) return form;
  const auto has_tables = [](const Form& form) { return !form.tables.empty(); };
  if (const Form* form = only_one(candidates, has_tables)) return form;
  if (const Form* form = only_one(candidates, [](const Form&) { return true; })) return form;
  complain_of_choice(candidates, year, console);
  return nullptr;
}

}  // namespace gongkai
