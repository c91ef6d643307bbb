#include "search/search_files.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>

#include "pages/routes.h"
#include "search/script.h"
#include "search/term_index.h"

namespace gongkai {

namespace {

constexpr std::string_view folder = "search/", ending = ".js";
constexpr std::string_view portal_name = "portal", shared_name = "shared";
constexpr std::string_view index_folder = "index/", reports_folder = "reports/",
                           characters_folder = "characters/";

/// Pages of each form from which its shared pieces are learnt.
constexpr std::size_t samples_of_a_form = 12;

/// About as much of a report's index as comes from its tables and labels, in bytes.
constexpr std::size_t text_beside_narratives = 2048;
/// How much text a shard answers for: its file then has a few kilobytes.
constexpr std::size_t text_of_a_shard = 32 * 1024;
constexpr std::size_t most_shards = 1 << 16;

std::size_t shards_for(const std::vector<const Report*>& reports) {
  std::size_t text = 0;
  for (const Report* report : reports) {
    text += text_beside_narratives;
    for (const Narrative& narrative : report->narratives) text += narrative.text.size();
  }
  return std::min(std::bit_ceil(text / text_of_a_shard + 1), most_shards);
}

std::string address_of(std::string_view name) {
  return std::string(folder).append(name).append(ending);
}

/// What stands between folder and ending of an address.
std::string_view name_of(std::string_view address) {
  return address.substr(folder.size(), address.size() - folder.size() - ending.size());
}

std::string numbered(std::string_view in, std::size_t number) {
  return std::string(in) + std::to_string(number);
}

}  // namespace

struct SearchFiles::Impl {
  Impl(const Library& the_library, int the_jobs, PageSource the_page_of)
      : library(the_library), jobs(the_jobs), page_of(std::move(the_page_of)) {}

  /// Numbers the reports.
  Impl& ready() {
    std::call_once(numbered_all, [this] {
      reports = library.reports();
      std::stable_sort(reports.begin(), reports.end(), [](const Report* a, const Report* b) {
        return std::pair(a->year, a->agency->kind) < std::pair(b->year, b->agency->kind);
      });
      for (std::size_t i = 0; i < reports.size(); ++i) numbers.emplace(reports[i], i);
      shards = shards_for(reports);
      kept.resize(reports.size());
    });
    return *this;
  }

  const SharedPieces& shared() {
    std::call_once(shared_made, [this] {
      for (const Form* form : library.forms()) shared_pieces.add(samples_of(*form));
    });
    return shared_pieces;
  }

  std::vector<std::vector<VisibleBlock>> samples_of(const Form& form) const {
    std::vector<const Report*> of_form;
    for (const Report* report : reports) {
      if (report->form == &form) of_form.push_back(report);
    }
    const std::size_t count = std::min(samples_of_a_form, of_form.size());
    std::vector<std::vector<VisibleBlock>> samples;
    for (std::size_t i = 0; i < count; ++i) {
      samples.push_back(visible_text(page_of(*of_form[i * of_form.size() / count])));
    }
    return samples;
  }

  Passage passage_from(std::string_view page) { return make_passage(visible_text(page), shared()); }

  void keep(std::size_t number, Passage passage) {
    const std::lock_guard lock(kept_mutex);
    kept[number] = std::move(passage);
  }

  /// The passage if it was kept; it is not kept any longer.
  std::optional<Passage> take(std::size_t number) {
    const std::lock_guard lock(kept_mutex);
    return std::exchange(kept[number], std::nullopt);
  }

  Passage passage(std::size_t number) {
    if (std::optional<Passage> passage = take(number)) return *std::move(passage);
    return passage_from(page_of(*reports[number]));
  }

  const TermIndex& index() {
    std::call_once(index_made, [this] {
      terms.emplace(reports.size(), shards, jobs, [this](std::size_t number) {
        Passage it = passage(number);
        PageTerms found = terms_of(it, shared());
        keep(number, std::move(it));
        return found;
      });
    });
    return *terms;
  }

  std::string portal_data() const;
  std::string report_data(std::size_t number);
  std::string data(std::string_view name);

  const Library& library;
  int jobs;
  PageSource page_of;
  std::vector<const Report*> reports;  ///< by number
  std::map<const Report*, std::size_t> numbers;
  std::size_t shards = 0;

  std::once_flag numbered_all, shared_made, index_made;
  SharedPieces shared_pieces;
  std::optional<TermIndex> terms;
  std::mutex kept_mutex;
  std::vector<std::optional<Passage>> kept;  ///< by number
};

/// {reports, shards, kinds: [label], years: [[year, [kind, reports], …]], characters: [block]},
/// years and kinds as reports are numbered.
std::string SearchFiles::Impl::portal_data() const {
  std::string kinds;
  for (const AgencyKind& kind : library.catalog().settings.kinds) {
    if (!kinds.empty()) kinds += ',';
    kinds += script_string(kind.label);
  }
  std::string years;
  for (std::size_t i = 0; i < reports.size();) {
    const int year = reports[i]->year;
    years += (years.empty() ? "[" : ",[") + std::to_string(year);
    while (i < reports.size() && reports[i]->year == year) {
      const int kind = reports[i]->agency->kind;
      const std::size_t first = i;
      while (i < reports.size() && reports[i]->year == year && reports[i]->agency->kind == kind) ++i;
      years += ",[" + std::to_string(kind) + "," + std::to_string(i - first) + "]";
    }
    years += ']';
  }
  std::string characters;
  for (const std::uint32_t block : traditional_blocks()) {
    characters += (characters.empty() ? "" : ",") + std::to_string(block);
  }
  return "{\"reports\":" + std::to_string(reports.size()) +
         ",\"shards\":" + std::to_string(shards) + ",\"kinds\":[" + kinds + "],\"years\":[" +
         years + "],\"characters\":[" + characters + "]}";
}

/// {title, address, agency, text}.
std::string SearchFiles::Impl::report_data(std::size_t number) {
  const Report& report = *reports[number];
  const Passage it = passage(number);
  return "{\"title\":" + script_string(it.title) +
         ",\"address\":" + script_string(report_address(report)) +
         ",\"agency\":" + script_string(report.agency->name_in(report.year)) +
         ",\"text\":" + script_string(it.text) + "}";
}

std::string SearchFiles::Impl::data(std::string_view name) {
  if (name == portal_name) return portal_data();
  if (name == shared_name) {
    std::string list;
    for (const std::string& piece : shared().pieces()) {
      list += (list.empty() ? "" : ",\n") + script_string(piece);
    }
    return "[" + list + "]";
  }
  const std::size_t slash = name.find('/') + 1;
  std::size_t number = 0;
  std::from_chars(name.data() + slash, name.data() + name.size(), number);
  const std::string_view in = name.substr(0, slash);
  if (in == index_folder) return script_string(index().shard(number));
  if (in == reports_folder) return report_data(number);
  assert(in == characters_folder);
  return script_string(traditional_pairs(static_cast<std::uint32_t>(number)));
}

SearchFiles::SearchFiles(const Library& library, int jobs, PageSource page_of)
    : impl_(std::make_unique<Impl>(library, jobs, std::move(page_of))) {}

SearchFiles::~SearchFiles() = default;

bool SearchFiles::has(std::string_view address) const {
  if (!address.starts_with(folder) || !address.ends_with(ending)) return false;
  const std::string_view name = name_of(address);
  if (name == portal_name || name == shared_name) return true;
  const std::size_t slash = name.find('/') + 1;
  const std::string_view digits = name.substr(slash);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // The one way to write a number: no sign, no zero before it.
  if (slash == 0 || digits != std::to_string(number)) return false;
  const std::string_view in = name.substr(0, slash);
  if (in == index_folder) return number < impl_->ready().shards;
  if (in == reports_folder) return number < impl_->ready().reports.size();
  const std::vector<std::uint32_t> blocks = traditional_blocks();
  return in == characters_folder && std::find(blocks.begin(), blocks.end(), number) != blocks.end();
}

std::vector<std::string> SearchFiles::addresses() const {
  impl_->ready();
  std::vector<std::string> addresses = {address_of(portal_name), address_of(shared_name)};
  for (std::size_t i = 0; i < impl_->shards; ++i) {
    addresses.push_back(address_of(numbered(index_folder, i)));
  }
  for (std::size_t i = 0; i < impl_->reports.size(); ++i) {
    addresses.push_back(address_of(numbered(reports_folder, i)));
  }
  for (const std::uint32_t block : traditional_blocks()) {
    addresses.push_back(address_of(numbered(characters_folder, block)));
  }
  return addresses;
}

std::string SearchFiles::file(std::string_view address) const {
  assert(has(address));
  const std::string_view name = name_of(address);
  return "gongkai_search.data(" + script_string(name) + "," + impl_->ready().data(name) + ");\n";
}

void SearchFiles::keep(const Report& report, std::string_view page) const {
  const auto found = impl_->ready().numbers.find(&report);
  assert(found != impl_->numbers.end());
  impl_->keep(found->second, impl_->passage_from(page));
}

}  // namespace gongkai
