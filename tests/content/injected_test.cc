// Puts 10,000 single errors into the published sheets, one at a time, as they come about when a
// sheet is typed: a figure off by one or ten, a digit left out, doubled or exchanged with the next,
// two neighbouring figures in each other's cell, any other number. Each broken rule must be found
// and no other; the hints must name the true change in the shares below, and each of them must keep
// its promise. What rules are broken is worked out from the sheet in rules_of_sheet.cc.
//
//     injected_test <tests/real>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <random>

#include "check/check.h"
#include "check/repair.h"
#include "model/completion.h"
#include "running.h"
#include "sheet_site.h"

namespace fs = std::filesystem;
using gongkai::CellIndex;

namespace {

constexpr int cases = 10'000;
// Reached were 99.5 % and 96.3 %.
constexpr double least_right = 0.99;   // the true change among the hints, where there are any
constexpr double least_hinted = 0.95;  // hints, where a rule of the report itself is broken

enum Kind { by_one, by_ten, dropped, doubled, exchanged_digits, neighbours, any_other, kinds };
constexpr std::array<const char*, kinds> names = {
    "off by one",       "off by ten",        "a digit left out", "a digit doubled",
    "digits exchanged", "figures exchanged", "any other number"};

int faults = 0;

void fault(const std::string& what) {
  if (++faults <= 20) std::cerr << what << "\n";
}

class Dice {
 public:
  /// A number below n, the same on every machine.
  std::size_t below(std::size_t n) { return engine_() % n; }

 private:
  std::mt19937 engine_{20'260'131};
};

using Errors = std::vector<std::pair<std::size_t, std::string>>;  // index in Sheet::cells, typed

bool is_zero_led(const std::string& digits) { return digits.size() > 1 && digits[0] == '0'; }

/// What may be typed instead of the digits; empty where this kind of error changes nothing.
std::string mistyped(Kind kind, const std::string& digits, Dice& dice) {
  std::string typed = digits;
  const std::size_t at = dice.below(digits.size());
  const std::int64_t step = (kind == by_one ? 1 : 10) * (dice.below(2) == 0 ? 1 : -1);
  switch (kind) {
    case by_one:
    case by_ten:
      if (std::stoll(digits) + step < 0) return {};
      return std::to_string(std::stoll(digits) + step);
    case dropped:
      if (digits.size() < 2) return {};
      typed.erase(at, 1);
      break;
    case doubled:
      typed.insert(at, 1, digits[at]);
      break;
    case exchanged_digits:
      if (at + 1 == digits.size()) return {};
      std::swap(typed[at], typed[at + 1]);
      break;
    default:
      typed = std::to_string(dice.below(2000));
      break;
  }
  return typed == digits || is_zero_led(typed) ? std::string() : typed;
}

/// One error of a sheet; empty where the dice chose one that changes nothing.
Errors inject(const Sheet& sheet, Kind kind, Dice& dice) {
  const std::size_t cell = dice.below(sheet.cells.size());
  const auto& value = sheet.cells[cell].value;
  if (!value) return {};
  if (kind != neighbours) {
    const auto point = value->find('.');
    const std::string typed = mistyped(kind, value->substr(0, point), dice);
    if (typed.empty()) return {};
    return {{cell, typed + (point == std::string::npos ? "" : value->substr(point))}};
  }
  const SheetCell& here = sheet.cells[cell];
  // The three groups of `disputes` stand in one row.
  const bool below = here.table == "requests" && dice.below(2) == 0;
  for (std::size_t next = cell + 1; next < sheet.cells.size(); ++next) {
    const SheetCell& there = sheet.cells[next];
    const bool beside =
        below ? there.column == here.column && there.row != here.row : there.row == here.row;
    if (there.table != here.table || !beside) continue;
    // Whole figures only: the form would refuse others in most cells.
    const bool whole = there.value && (*value + *there.value).find('.') == std::string::npos;
    if (here.table == "proactive" || !whole || *there.value == *value) return {};
    return {{cell, *there.value}, {next, *value}};
  }
  return {};
}

std::string address(const SheetCell& cell) {
  return cell.table + "." + cell.row + "." + cell.column;
}

/// The report with other figures; what follows from figures follows anew.
gongkai::Report with_errors(const gongkai::Report& report, const Sheet& sheet,
                            const Errors& errors) {
  gongkai::Report copy = report;
  for (gongkai::Cell& cell : copy.cells) {
    if (cell.figure.origin == gongkai::Origin::derived) cell.figure = {};
  }
  for (const auto& [index, typed] : errors) {
    copy.cells[report.form->cell(address(sheet.cells[index]))].figure =
        gongkai::Figure::of(*gongkai::Decimal::parse(typed));
  }
  gongkai::complete(*report.form, copy.cells);
  return copy;
}

struct Count {
  int all = 0, breaking = 0, errors = 0, hinted = 0, right = 0, only = 0;
};

class Injection {
 public:
  Injection(const Sheet& sheet, const Sheet* previous, const gongkai::Catalog& catalog)
      : sheet_(sheet), figures_(figures_of(sheet)), catalog_(catalog), kind_(kind_of(sheet)) {
    if (previous) previous_ = figures_of(*previous);
    report_ = catalog.report(*catalog.agency(sheet.agency), sheet.year);
  }

  const Sheet& sheet() const { return sheet_; }

  void unbroken() const {
    const Failures expected = expect(figures_);
    const Failures found = found_by_gongkai(catalog_, *report_);
    if (!expected.errors.empty() || !expected.warnings.empty()) fault(name() + ": is broken");
    compare("unbroken", expected, found);
  }

  void check(const Errors& errors, Count& count) const {
    Figures figures = figures_;
    std::string text = name();
    for (const auto& [index, typed] : errors) {
      figures[address(sheet_.cells[index])] = millionths(typed);
      text +=
          fmt::format(" {} {}→{}", address(sheet_.cells[index]), *sheet_.cells[index].value, typed);
    }
    const gongkai::Report report = with_errors(*report_, sheet_, errors);
    const Failures expected = expect(figures);
    compare(text, expected, found_by_gongkai(catalog_, report));
    ++count.all;
    if (!expected.errors.empty() || !expected.warnings.empty()) ++count.breaking;
    if (!expected.errors.empty()) ++count.errors;
    hints(text, report, errors, figures, expected, count);
  }

 private:
  std::string name() const { return fmt::format("{}/{}", sheet_.agency, sheet_.year); }

  Failures expect(const Figures& figures) const {
    return failures(sheet_.form, figures, previous_ ? &*previous_ : nullptr, kind_);
  }

  static void compare(const std::string& text, const Failures& expected, const Failures& found) {
    if (expected.errors == found.errors && expected.warnings == found.warnings &&
        expected.assessed == found.assessed) {
      return;
    }
    fault(fmt::format("{}: {} and {} expected of {}, {} and {} found of {}", text,
                      expected.errors.size(), expected.warnings.size(), expected.assessed,
                      found.errors.size(), found.warnings.size(), found.assessed));
  }

  void hints(const std::string& text, const gongkai::Report& report, const Errors& errors,
             const Figures& figures, const Failures& broken, Count& count) const {
    const std::vector<gongkai::Finding> findings = gongkai::evaluate(catalog_, report);
    const std::vector<gongkai::Cause> causes = gongkai::find_causes(findings);
    if (causes.empty()) return;
    if (broken.errors.empty()) fault(text + ": hints, and no rule is broken");
    ++count.hinted;
    std::size_t repairs = 0;
    bool right = false;
    for (const gongkai::Cause& cause : causes) {
      if (cause.repairs.size() > 3) fault(text + ": more than three hints");
      for (const gongkai::Repair& repair : cause.repairs) {
        ++repairs;
        right |= is_true(repair, report, errors);
        keeps_promise(text, repair, report, figures, broken);
      }
    }
    count.right += right;
    count.only += right && repairs == 1;
  }

  bool is_true(const gongkai::Repair& repair, const gongkai::Report& report,
               const Errors& errors) const {
    if (repair.changes.size() != errors.size()) return false;
    return std::all_of(errors.begin(), errors.end(), [&](const auto& error) {
      const SheetCell& cell = sheet_.cells[error.first];
      return std::any_of(repair.changes.begin(), repair.changes.end(), [&](const auto& change) {
        return report.form->cells[change.cell].address == address(cell) &&
               change.to.str() == *cell.value;
      });
    });
  }

  /// With the changed figures fewer rules are broken, and none that was not.
  void keeps_promise(const std::string& text, const gongkai::Repair& repair,
                     const gongkai::Report& report, Figures figures, const Failures& broken) const {
    for (const gongkai::Change& change : repair.changes) {
      const std::string at = report.form->cells[change.cell].address;
      if (figures.at(at) != millionths(change.from.str()))
        fault(text + ": " + at + " holds another");
      figures[at] = millionths(change.to.str());
      if (figures[at] < 0) fault(text + ": a hint at a negative count");
    }
    const std::set<Failure> after = expect(figures).errors;
    if (after.size() >= broken.errors.size() ||
        !std::includes(broken.errors.begin(), broken.errors.end(), after.begin(), after.end())) {
      fault(text + ": a hint does not keep its promise");
    }
  }

  Sheet sheet_;
  Figures figures_;
  std::optional<Figures> previous_;
  const gongkai::Catalog& catalog_;
  AgencyKind kind_;
  const gongkai::Report* report_ = nullptr;
};

double share(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

void print(const char* title, const Count& count) {
  std::cout << fmt::format(
      "{:18} {:6} errors, {:5} break a rule, {:5} one of the report itself; hints for {:5.1f} %, "
      "the true change among them in {:5.1f} %, alone in {:5.1f} %\n",
      title, count.all, count.breaking, count.errors, 100 * share(count.hinted, count.errors),
      100 * share(count.right, count.hinted), 100 * share(count.only, count.hinted));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: injected_test <tests/real>\n";
    return 2;
  }
  const std::vector<Sheet> sheets = read_sheets(argv[1]);
  const TemporaryFolder folder;
  const auto catalog = load_sheets(folder.path(), sheets);
  std::vector<Injection> injections;
  for (const Sheet& sheet : sheets) {
    const auto previous = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& other) {
      return other.agency == sheet.agency && other.year == sheet.year - 1;
    });
    injections.emplace_back(sheet, previous == sheets.end() ? nullptr : &*previous, *catalog);
    injections.back().unbroken();
  }
  Dice dice;
  std::array<Count, kinds> counts;
  Count all;
  while (all.all < cases) {
    const auto kind = static_cast<Kind>(dice.below(kinds));
    const Injection& injection = injections[dice.below(injections.size())];
    const Errors errors = inject(injection.sheet(), kind, dice);
    if (errors.empty()) continue;
    Count one;
    injection.check(errors, one);
    for (Count* count : {&counts[kind], &all}) {
      count->all += one.all, count->breaking += one.breaking, count->errors += one.errors;
      count->hinted += one.hinted, count->right += one.right, count->only += one.only;
    }
  }
  for (std::size_t i = 0; i < kinds; ++i) print(names[i], counts[i]);
  print("all", all);
  if (share(all.right, all.hinted) < least_right) fault("the hints are right too seldom");
  if (share(all.hinted, all.errors) < least_hinted) fault("hints are given too seldom");
  return faults == 0 ? 0 : 1;
}
