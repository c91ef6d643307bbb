#include "rules_of_sheet.h"

#include <array>
#include <vector>

namespace {

const std::vector<std::string> applicants = {"natural", "commercial", "research",
                                             "social",  "legal",      "other"};
const std::vector<std::string> results_2021 = {"granted",
                                               "partial",
                                               "state_secret",
                                               "prohibited_by_law",
                                               "security_stability",
                                               "third_party",
                                               "internal_affairs",
                                               "process_information",
                                               "enforcement_files",
                                               "administrative_inquiry",
                                               "not_held",
                                               "needs_creation",
                                               "unclear",
                                               "petition",
                                               "repeated",
                                               "publications",
                                               "unjustified_volume",
                                               "confirmation",
                                               "uncorrected",
                                               "unpaid",
                                               "other_reasons"};

// In cn-2021 （六） is three rows, or one where a sheet still prints it so.
std::vector<std::string> results_of(const std::string& form, const Figures& figures) {
  std::vector<std::string> rows = results_2021;
  const auto other = figures.lower_bound("requests.other.");
  const bool one_row = other != figures.end() && other->first.starts_with("requests.other.");
  if (form == "cn-2019" || one_row) {
    rows.resize(rows.size() - 3);
    rows.push_back("other");
  }
  return rows;
}

class Book {
 public:
  Book(const Figures& figures, const Figures* previous) : figures_(figures), previous_(previous) {}

  /// The sum of figures, each with its sign; a `<` before an address means the year before.
  std::optional<std::int64_t> sum(const std::vector<std::string>& signed_addresses) const {
    std::int64_t total = 0;
    for (const std::string& written : signed_addresses) {
      std::string address = written;
      std::int64_t sign = 1;
      if (address[0] == '-') sign = -1, address.erase(0, 1);
      const Figures* book = &figures_;
      if (address[0] == '<') book = previous_, address.erase(0, 1);
      if (book == nullptr) return {};
      const auto found = book->find(address);
      if (found == book->end()) return {};
      total += sign * found->second;
    }
    return total;
  }

 private:
  const Figures& figures_;
  const Figures* previous_;
};

}  // namespace

std::int64_t millionths(const std::string& number) {
  const auto point = number.find('.');
  std::string digits = number.substr(0, point);
  std::string places = point == std::string::npos ? "" : number.substr(point + 1);
  places.resize(6, '0');
  return std::stoll(digits + places);
}

Figures figures_of(const Sheet& sheet) {
  Figures figures;
  for (const SheetCell& cell : sheet.cells) {
    if (!cell.value) continue;
    figures[cell.table + "." + cell.row + "." + cell.column] = millionths(*cell.value);
  }
  return figures;
}

Failures failures(const std::string& form, const Figures& figures, const Figures* previous,
                  const AgencyKind& kind) {
  const Book book(figures, previous);
  Failures result;
  // What the addresses add up to must be zero.
  const auto expect = [&](std::set<Failure>& failed, const char* rule, const std::string& at,
                          const std::vector<std::string>& addresses) {
    const auto sum = book.sum(addresses);
    if (!sum) return;
    ++result.assessed;
    if (*sum != 0) failed.insert({rule, at});
  };
  const std::vector<std::string> results = results_of(form, figures);
  std::vector<std::string> rows = results;
  rows.insert(rows.end(), {"new", "carried_in", "processed", "carried_out"});
  for (const std::string& row : rows) {
    const std::string at = "requests." + row + ".total";
    std::vector<std::string> parts = {"-" + at};
    for (const auto& column : applicants) parts.push_back("requests." + row + "." + column);
    expect(result.errors, "requests.total", at, parts);
  }
  std::vector<std::string> columns = applicants;
  columns.push_back("total");
  for (const std::string& column : columns) {
    const auto at = [&](const std::string& row) { return "requests." + row + "." + column; };
    std::vector<std::string> parts = {"-" + at("processed")};
    for (const auto& row : results) parts.push_back(at(row));
    expect(result.errors, "requests.processed", at("processed"), parts);
    expect(result.errors, "requests.balance", at("new"),
           {at("new"), at("carried_in"), "-" + at("processed"), "-" + at("carried_out")});
    expect(result.warnings, "requests.carry_over", at("carried_in"),
           {at("carried_in"), "-<" + at("carried_out")});
  }
  for (const char* group : {"review", "direct", "after_review"}) {
    const std::string of = std::string("disputes.") + group + ".";
    expect(result.errors, "disputes.total", of + "total",
           {of + "upheld", of + "corrected", of + "other", of + "pending", "-" + of + "total"});
  }
  if (form == "cn-2021") {
    for (const char* row : {"regulations", "normative_documents"}) {
      const std::string of = std::string("proactive.") + row + ".";
      expect(result.warnings, "proactive.in_force", of + "in_force",
             {of + "in_force", "-<" + of + "in_force", "-" + of + "issued", of + "repealed"});
    }
  }
  const bool makes_none = kind.level == "town" || kind.level == "county" ||
                          (kind.level == "city" && kind.body == "department");
  if (makes_none) {
    const std::string at =
        form == "cn-2021" ? "proactive.regulations.issued" : "proactive.regulations.made_new";
    expect(result.warnings, "proactive.no_regulations", at, {at});
  }
  return result;
}
