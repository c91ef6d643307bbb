#include "import/import.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "diagnostics/codes/import.h"
#include "diagnostics/utf8.h"
#include "import/label_key.h"
#include "import/narrative_update.h"
#include "import/read_document.h"
#include "import/recognise.h"
#include "import/section_headings.h"
#include "import/unreadable.h"
#include "load/source_text.h"
#include "model/sha256.h"
#include "write/line_ends.h"
#include "write/report_text.h"
#include "write/update.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_published_kind(const std::string& name) {
  std::string ending = fs::path(name).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const char* kind : {".pdf", ".docx", ".xlsx", ".csv", ".zip", ".png", ".jpg", ".webp"}) {
    if (ending == kind) return true;
  }
  return false;
}

class Planner {
 public:
  Planner(const fs::path& site, const Catalog& catalog, const Original& original,
          const ImportWishes& wishes)
      : site_(site), catalog_(catalog), original_(original), wishes_(wishes) {}

  PlannedReport plan() {
    find_agency_and_year();
    const std::optional<int> year = plan_.year > 0 ? std::optional(plan_.year) : std::nullopt;
    plan_.bound = bind_to_best_form(catalog_, original_, year);
    if (!plan_.bound.form || (plan_.bound.found_cells() == 0 && plan_.bound.column_labels == 0)) {
      if (plan_.bound.form) plan_.diagnostics.append(plan_.bound.diagnostics);
      add(codes::form_not_recognised);
      return std::move(plan_);
    }
    plan_.diagnostics.append(plan_.bound.diagnostics);
    const Form& form = *plan_.bound.form;
    if (plan_.agency == nullptr || plan_.year == 0) return std::move(plan_);
    if (plan_.year < form.from_year || plan_.year > form.until_year) {
      add(codes::form_of_other_years,
          {form.id, form.until_year == 9999 ? fmt::format("{}–", form.from_year)
                                            : fmt::format("{}–{}", form.from_year, form.until_year),
           std::to_string(plan_.year)});
    }
    plan_.folder = plan_.agency->folder + "/" + std::to_string(plan_.year);
    const ImportedNarratives narratives =
        read_narratives(plan_.bound, original_.document, *plan_.agency, original_.name);
    plan_.diagnostics.append(narratives.diagnostics);
    plan_.updates = fs::exists(site_ / plan_.folder / "report.yaml");
    if (plan_.updates && !wishes_.update) {
      add(codes::report_exists, {plan_.folder + "/report.yaml"});
    }
    if (plan_.diagnostics.has_errors()) return std::move(plan_);
    if (plan_.updates) {
      update_report_file(form);
    } else {
      new_report_file(form);
    }
    plan_narratives(form, narratives);
    for (const SavedPicture& picture : narratives.pictures) put(picture.name, picture.bytes);
    if (plan_.diagnostics.has_errors()) plan_.files.clear();
    return std::move(plan_);
  }

 private:
  Diagnostic& add(const Wording& wording, std::vector<std::string> arguments = {}) {
    return plan_.diagnostics.add(wording, {original_.name, {}, 0}, std::move(arguments));
  }

  void find_agency_and_year() {
    const Recognised recognised = recognise(catalog_, original_.document, original_.name);
    if (!wishes_.agency.empty()) {
      plan_.agency = catalog_.agency(wishes_.agency);
      for (const Agency& agency : catalog_.agencies) {
        const bool named = agency.name == wishes_.agency || agency.short_name == wishes_.agency;
        if (plan_.agency == nullptr && named) plan_.agency = &agency;
      }
      if (plan_.agency == nullptr) add(codes::agency_unknown, {wishes_.agency});
    } else if (recognised.agencies.size() == 1) {
      plan_.agency = recognised.agencies.front();
    } else if (recognised.agencies.empty()) {
      add(codes::agency_not_recognised, {shortened(recognised.title)});
    } else {
      std::vector<std::string> names;
      for (const Agency* agency : recognised.agencies) {
        names.push_back(agency->id + " (" + agency->name + ")");
      }
      add(codes::agency_ambiguous, {fmt::format("{}", fmt::join(names, ", "))});
    }
    if (wishes_.year) {
      plan_.year = *wishes_.year;
    } else if (recognised.years.size() == 1) {
      plan_.year = recognised.years.front();
    } else if (recognised.years.empty()) {
      add(codes::year_not_recognised, {shortened(recognised.title)});
    } else {
      add(codes::year_ambiguous, {fmt::format("{}", fmt::join(recognised.years, ", "))});
    }
  }

  static std::string shortened(const std::string& text) {
    std::string out = one_line(text);
    while (out.ends_with(' ')) out.pop_back();
    const std::u32string characters = to_code_points(out);
    constexpr std::size_t shown = 40;
    return characters.size() > shown ? to_utf8(characters.substr(0, shown)) + "…" : out;
  }

  void put(const std::string& name, std::string bytes) {
    const std::string path = plan_.folder + "/" + name;
    const bool there = fs::exists(site_ / path);
    if (there && read_all(site_ / path) == bytes) return;
    plan_.files.push_back({path, std::move(bytes), there});
  }

  // The name of the attached original; empty where it is not to be attached.
  std::string attach() {
    if (!wishes_.attach) return {};
    const std::string name = original_.file.filename().string();
    if (!is_published_kind(name)) {
      add(codes::original_not_attached, {name});
      return {};
    }
    plan_.digest = sha256(original_.bytes);
    put(name, original_.bytes);
    return name;
  }

  std::string scope() {
    if (!wishes_.scope.empty()) return wishes_.scope;
    if (!catalog_.children(*plan_.agency).empty()) {
      add(codes::scope_not_said, {plan_.agency->name});
    }
    return "own";
  }

  void new_report_file(const Form& form) {
    Report report = report_of(form, plan_.bound.cells);
    report.scope = scope() == "all" ? Scope::all : Scope::own;
    if (wishes_.published.empty()) {
      report.status = Status::draft;
    } else {
      report.published = DateTime::parse(wishes_.published);
    }
    Remarks remarks;
    if (const std::string name = attach(); !name.empty()) {
      report.attachments.push_back({name, fs::path(name).stem().string(), 0, {}});
      remarks.top.push_back(name + " SHA-256 " + plan_.digest);
    }
    put("report.yaml", report_text(report, remarks));
  }

  void update_report_file(const Form& form) {
    const std::string file = plan_.folder + "/report.yaml";
    const Report* present = catalog_.report(*plan_.agency, plan_.year);
    if (present == nullptr) {
      add(codes::report_has_errors, {file});
      return;
    }
    if (present->form->id != form.id) {
      add(codes::original_of_other_form, {file, present->form->id, form.id});
      return;
    }
    auto updated =
        update_report(form, file, read_all(site_ / file), plan_.bound.cells, plan_.diagnostics);
    if (!updated) return;
    plan_.changed_cells = updated->changed.size();
    if (const std::string name = attach(); !name.empty()) {
      const bool listed = std::ranges::any_of(
          present->attachments, [&](const Attachment& it) { return it.file == name; });
      if (!listed) list_attachment(updated->text, name);
    }
    put("report.yaml", std::move(updated->text));
  }

  static void list_attachment(std::string& text, const std::string& name) {
    const std::string line = "  - {file: " + yaml_scalar(name) +
                             ", title: " + yaml_scalar(fs::path(name).stem().string()) + "}\n";
    const std::string key = "attachments:\n";
    if (const std::size_t at = text.find("\n" + key); at != std::string::npos) {
      text.insert(at + 1 + key.size(), line);
    } else if (const std::size_t tables = text.find("\ntables:"); tables != std::string::npos) {
      text.insert(tables + 1, key + line);
    }
  }

  void plan_narratives(const Form& form, const ImportedNarratives& narratives) {
    if (narratives.sections.empty()) return;
    const std::string whole = plan_.folder + "/report.md";
    const bool in_files = std::ranges::any_of(form.sections, [&](const Section& section) {
      return fs::exists(site_ / plan_.folder / (section.id + ".md"));
    });
    if (in_files) {
      for (const ImportedSection& section : narratives.sections) {
        const std::string name = form.sections[section.section].id + ".md";
        const std::string before = read_all(site_ / plan_.folder / name);
        if (says_the_same(before, section.text)) continue;
        if (!before.empty()) plan_.kept.push_back(form.sections[section.section].title);
        put(name, section.text);
      }
      return;
    }
    const std::string before = read_all(site_ / whole);
    if (before.empty()) {
      put("report.md", narratives_text(form, narratives.sections));
      return;
    }
    Diagnostics problems;
    const auto source = check_text(whole, before, problems);
    if (!source) {
      plan_.diagnostics.append(std::move(problems));
      return;
    }
    UpdatedNarratives updated = update_narratives(form, whole, source->text, narratives.sections);
    if (updated.replaced.empty()) return;
    plan_.kept = updated.replaced;
    put("report.md", with_line_ends_of(before, std::move(updated.text)));
  }

  const fs::path& site_;
  const Catalog& catalog_;
  const Original& original_;
  const ImportWishes& wishes_;
  PlannedReport plan_;
};

}  // namespace

std::optional<Original> open_original(const fs::path& file, const SharedList<Form>& forms,
                                      Diagnostics& diagnostics, const ImportLimits& limits) {
  Original original;
  original.name = file == "-" ? "<stdin>" : file.lexically_normal().generic_string();
  if (file != "-") original.file = file;
  try {
    original.bytes = read_original(file, limits);
    original.document = read_document(original.bytes, original.name, original.file, limits);
    lift_headings(original.document, forms);
  } catch (const Unreadable& unreadable) {
    diagnostics.add(unreadable.wording(), {original.name, {}, 0}, unreadable.arguments());
    return {};
  }
  return original;
}

BoundReport bind_to_best_form(const Catalog& catalog, const Original& original,
                              std::optional<int> year) {
  BoundReport best;
  double best_score = -1;
  for (const Form& form : catalog.forms) {
    if (form.tables.empty()) continue;
    BoundReport bound = bind_to_form(form, original.document, original.name);
    const std::size_t due = std::max<std::size_t>(bound.due_cells(), 1);
    double score = static_cast<double>(bound.found_cells()) / static_cast<double>(due);
    // Where no row could be taken, the form whose heads are there is the one to speak of.
    score += 1e-3 * static_cast<double>(bound.column_labels);
    if (year && *year >= form.from_year && *year <= form.until_year) score += 1e-6;
    if (score <= best_score) continue;
    best_score = score;
    best = std::move(bound);
  }
  return best;
}

PlannedReport plan_import(const fs::path& site, const Catalog& catalog, const Original& original,
                           const ImportWishes& wishes) {
  return Planner(site, catalog, original, wishes).plan();
}

}  // namespace gongkai
