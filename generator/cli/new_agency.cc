#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/new_things.h"
#include "cli/report_argument.h"
#include "cli/site_reading.h"
#include "diagnostics/suggestion.h"
#include "load/content_tree.h"
#include "write/new_files.h"
#include "write/yaml_scalar.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// `towns/shangwuzhuang` cut up: folders for order's sake, and the id.
struct Place {
  std::vector<std::string> folders;
  std::string id;
};

Place cut(std::string text) {
  while (text.ends_with('/')) text.pop_back();
  Place place;
  std::size_t from = 0;
  for (std::size_t slash; (slash = text.find('/', from)) != std::string::npos; from = slash + 1) {
    place.folders.push_back(text.substr(from, slash - from));
  }
  place.id = text.substr(from);
  return place;
}

class AgencyMaker {
 public:
  AgencyMaker(const SiteArguments& site, const SiteReading& reading, const NewArguments& asked,
              const Console& console)
      : site_(site),
        catalog_(*reading.catalog),
        asked_(asked),
        console_(console),
        place_(cut(asked.name)) {}

  int run() {
    if (!has_good_place() || !has_name() || !find_kind() || !find_parent() || !find_year()) {
      return exit_wrong_use;
    }
    if (is_taken()) return exit_content_has_errors;
    const fs::path folder = fs::path("content/agencies") / cut_folders() / place_.id;
    const fs::path file = (site_.site / folder / "agency.yaml").lexically_normal();
    if (!write_new_files({{file, text()}}).empty()) {
      complain("gongkai: {} exists and is not overwritten", "gongkai：{} 已经存在，不会覆盖",
               file.generic_string());
      return exit_content_has_errors;
    }
    console_.say(fmt::format(fmt::runtime(console_.words("{}: {}, {}", "{}：{}，{}")),
                             file.generic_string(), asked_.full_name, kind_->label));
    console_.say(fmt::format(fmt::runtime(console_.words("next: gongkai new report {}/{}",
                                                         "接下来：gongkai new report {}/{}")),
                             place_.id, year_ > 0 ? year_ : catalog_.today.year - 1));
    return exit_done;
  }

 private:
  template <typename... Arguments>
  bool complain(const char* en, const char* zh, const Arguments&... arguments) const {
    console_.complain(fmt::format(fmt::runtime(console_.words(en, zh)), arguments...));
    return false;
  }

  fs::path cut_folders() const {
    fs::path path;
    for (const std::string& folder : place_.folders) path /= folder;
    return path;
  }

  bool has_good_place() const {
    for (const std::string& folder : place_.folders) {
      if (!folder.empty() && folder[0] != '.' && folder.find('\\') == std::string::npos) continue;
      return complain(
          "gongkai: {} is no place below content/agencies/; write it as "
          "towns/shangwuzhuang",
          "gongkai：{} 不是 content/agencies/ 里的位置，应写成 towns/shangwuzhuang 这样",
          asked_.name);
    }
    if (!is_agency_id(place_.id)) {
      return complain(
          "gongkai: “{}” cannot be the id of an agency: it becomes part of addresses, "
          "so only a-z, 0-9 and - may stand in it, such as shangwuzhuang; the name "
          "goes into --name",
          "gongkai：“{}”不能作机关的代号：代号是网址的一部分，只能用 a-z、0-9 和 -，例如 "
          "shangwuzhuang；中文名称写在 --name 后面",
          place_.id);
    }
    if (read_year(place_.id)) {
      return complain("gongkai: {} looks like a year and cannot be the id of an agency",
                      "gongkai：{} 像是年份，不能作机关的代号", place_.id);
    }
    return true;
  }

  bool has_name() const {
    if (asked_.full_name.find_first_not_of(" \t") != std::string::npos) return true;
    return complain("gongkai: the name of the agency is missing: --name \"Department of …\"",
                    "gongkai：缺少机关的全称：--name 某县某某局");
  }

  bool find_kind() {
    std::vector<std::string> lines, known;
    for (const AgencyKind& kind : catalog_.settings.kinds) {
      if (kind.id == asked_.kind || kind.label == asked_.kind) kind_ = &kind;
      lines.push_back(
          fmt::format(fmt::runtime(console_.words("{} ({})", "{}（{}）")), kind.id, kind.label));
      known.insert(known.end(), {kind.id, kind.label});
    }
    // Where there is but one there is nothing to choose.
    if (asked_.kind.empty() && lines.size() == 1) kind_ = &catalog_.settings.kinds[0];
    if (kind_) return true;
    if (lines.empty()) {
      return complain("gongkai: site.yaml lists no kinds of agency",
                      "gongkai：site.yaml 里没有列出机关的类别（kinds）");
    }
    const std::string list = fmt::format("{}", fmt::join(lines, console_.words(", ", "、")));
    if (asked_.kind.empty()) {
      return complain("gongkai: the kind of the agency is missing: --kind and one of {}",
                      "gongkai：缺少机关的类别：--kind 后面写 {} 之一", list);
    }
    const auto near = nearest(asked_.kind, known);
    const std::string guess =
        near ? fmt::format(fmt::runtime(console_.words("; did you mean {}?", "；是不是 {}？")),
                           *near)
             : std::string();
    return complain("gongkai: there is no kind {}; site.yaml lists {}{}",
                    "gongkai：没有类别 {}；site.yaml 里有 {}{}", asked_.kind, list, guess);
  }

  bool find_parent() {
    if (asked_.parent.empty()) return true;
    parent_ = find_agency(catalog_, asked_.parent, console_);
    return parent_ != nullptr;
  }

  bool find_year() {
    if (asked_.from.empty()) return true;
    const auto year = read_year(asked_.from);
    if (!year) {
      return complain("gongkai: --from: {} is no year; write four digits: 2024",
                      "gongkai：--from：{} 不是年份，请写四位数字，例如 2024", asked_.from);
    }
    year_ = *year;
    return true;
  }

  bool is_taken() const {
    Diagnostics ignored;
    for (const AgencyFolder& found : find_agencies({site_.site}, ignored)) {
      if (!found.folder.ends_with("/" + place_.id)) continue;
      complain("gongkai: {} is the id of another agency: {}/agency.yaml; nothing was written",
               "gongkai：代号 {} 已经有机关在用：{}/agency.yaml；没有写入", place_.id,
               found.folder);
      return true;
    }
    for (const Agency& agency : catalog_.agencies) {
      const auto& former = agency.former_ids;
      if (std::find(former.begin(), former.end(), place_.id) == former.end()) continue;
      complain("gongkai: {} is a former id of {} and still leads there; choose another",
               "gongkai：{} 是{}以前的代号，旧网址还要转到那里；请另取一个", place_.id,
               agency.name);
      return true;
    }
    return false;
  }

  std::string text() const {
    std::string text = "name: " + yaml_scalar(asked_.full_name) + "\n";
    if (!asked_.short_name.empty()) text += "short_name: " + yaml_scalar(asked_.short_name) + "\n";
    text += "kind: " + yaml_scalar(kind_->id) + "\n";
    if (parent_) text += "parent: " + parent_->id + "\n";
    if (year_ > 0) return text + fmt::format("reports: {{from: {}}}\n", year_);
    const bool chinese = catalog_.settings.chinese();
    return text +
           (chinese ? "# 从哪一年起应当有报告：\n"
                    : "# The first year for which it owes a report:\n") +
           fmt::format("# reports: {{from: {}}}\n", catalog_.today.year - 1);
  }

  const SiteArguments& site_;
  const Catalog& catalog_;
  const NewArguments& asked_;
  const Console& console_;
  Place place_;
  const AgencyKind* kind_ = nullptr;
  const Agency* parent_ = nullptr;
  int year_ = 0;
};

}  // namespace

int new_agency(const SiteArguments& site, const NewArguments& asked, const Console& console) {
  const auto reading = read_site(site, console);
  if (!reading) return exit_content_has_errors;
  return AgencyMaker(site, *reading, asked, console).run();
}

}  // namespace gongkai
