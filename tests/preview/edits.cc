#include "edits.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace gongkai::test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

/// As editors save: into a file beside it, then over the old one.
void write_beside(const fs::path& file, const std::string& text) {
  const fs::path beside = file.parent_path() / ("." + file.filename().string() + ".swp");
  write(beside, text);
  fs::rename(beside, file);
}

bool replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == text.npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

}  // namespace

std::size_t Random::below(std::size_t bound) {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  return (state_ >> 11) % bound;
}

Edits::Edits(fs::path site, fs::path pristine, std::uint64_t seed)
    : site_(std::move(site)), pristine_(std::move(pristine)), random_(seed) {}

/// All files of this name (or of this ending, with a `*` before it), in a fixed order.
std::vector<fs::path> Edits::files(const fs::path& below, const std::string& name) const {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::recursive_directory_iterator at(below, error), end; !error && at != end; ++at) {
    const std::string own = at->path().filename().string();
    const bool fits = name[0] == '*' ? own.ends_with(name.substr(1)) : own == name;
    if (fits && at->is_regular_file()) found.push_back(at->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string Edits::next() {
  ++number_;
  using Edit = std::string (Edits::*)();
  static const std::vector<Edit> edits = {
      &Edits::figure,      &Edits::figure,        &Edits::figure,        &Edits::status,
      &Edits::narrative,   &Edits::narrative,     &Edits::broken_yaml,   &Edits::restore_file,
      &Edits::restore_file, &Edits::restore_file, &Edits::restore_file,  &Edits::report_folder,
      &Edits::agency,      &Edits::agency_folder, &Edits::settings,      &Edits::theme,
      &Edits::form,        &Edits::free_page,     &Edits::attachment,    &Edits::debris,
      &Edits::everything,  &Edits::everything};
  return (this->*random_.of(edits))();
}

std::string Edits::figure() {
  const std::vector<fs::path> reports = files(site_ / "content", "report.yaml");
  if (reports.empty()) return everything();
  const fs::path file = random_.of(reports);
  std::string text = read(file);
  std::vector<std::size_t> digits;
  for (std::size_t i = text.find("tables:"); i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
  }
  if (digits.empty()) return everything();
  text[random_.of(digits)] = static_cast<char>('0' + random_.below(10));
  random_.below(2) == 0 ? write(file, text) : write_beside(file, text);
  return "figure in " + file.string();
}

std::string Edits::status() {
  const std::vector<fs::path> reports = files(site_ / "content", "report.yaml");
  if (reports.empty()) return everything();
  const fs::path file = random_.of(reports);
  std::string text = read(file);
  switch (random_.below(4)) {
    case 0: text = "status: draft\n" + text; break;
    case 1: text = "status: withdrawn\nwithdrawn: {on: 2025-02-01, text: 有误}\n" + text; break;
    case 2: replace(text, "published: 20", "published: 21"); break;
    default: replace(text, "scope: all", "scope: own"); break;
  }
  write(file, text);
  return "status in " + file.string();
}

std::string Edits::narrative() {
  const std::vector<fs::path> texts = files(site_ / "content", "report.md");
  if (texts.empty()) return everything();
  const fs::path file = random_.of(texts);
  static const std::vector<std::string> sentences = {
      "受理申请{{三.一.总计}}件。", "见[首页](/)。", "见[年份](/years/2023/)。",
      "见[某处](/agencies/c0/2023/)。", "见[没有的](/nowhere/)。", "{{没有这个}}件。",
      "联系电话13800138000。", "收到申请999件。"};
  write(file, read(file) + "\n" + random_.of(sentences) + "\n");
  return "text in " + file.string();
}

std::string Edits::broken_yaml() {
  const std::vector<fs::path> all = files(site_ / "content", "*.yaml");
  if (all.empty()) return everything();
  const fs::path file = random_.of(all);
  std::string text = read(file);
  if (text.empty()) return everything();
  static const std::vector<std::string> mistakes = {"[", "\"", "，", "\t", ": :", "\xFF", "{"};
  text.insert(random_.below(text.size()), random_.of(mistakes));
  write(file, text);
  return "mistake in " + file.string();
}

std::string Edits::restore_file() {
  // The one that differs, if there is one, so that mistakes do not pile up.
  for (const fs::path& file : files(pristine_, "*")) {
    const fs::path own = site_ / fs::relative(file, pristine_);
    if (fs::exists(own) && read(own) == read(file)) continue;
    write(own, read(file));
    return "restored " + own.string();
  }
  return debris();
}

std::string Edits::report_folder() {
  const std::vector<fs::path> reports = files(site_ / "content", "report.yaml");
  if (reports.empty()) return everything();
  const fs::path folder = random_.of(reports).parent_path();
  const fs::path other = folder.parent_path() / std::to_string(2015 + random_.below(12));
  if (random_.below(3) == 0) {
    fs::remove_all(folder);
    return "deleted " + folder.string();
  }
  if (fs::exists(other)) return debris();
  if (random_.below(2) == 0) {
    fs::rename(folder, other);
    return "renamed " + folder.string() + " to " + other.string();
  }
  fs::copy(folder, other, fs::copy_options::recursive);
  return "copied " + folder.string() + " to " + other.string();
}

std::string Edits::agency() {
  const std::vector<fs::path> agencies = files(site_ / "content", "agency.yaml");
  if (agencies.empty()) return everything();
  const fs::path file = random_.of(agencies);
  std::string text = read(file);
  switch (random_.below(4)) {
    case 0: replace(text, "name: ", "name: 新"); break;
    case 1: text += "former_ids: [old-" + std::to_string(random_.below(3)) + "]\n"; break;
    case 2: replace(text, "parent: ", "parent: no"); break;
    default: text += "unknown_key: 1\n"; break;
  }
  write(file, text);
  return "agency in " + file.string();
}

std::string Edits::agency_folder() {
  const std::vector<fs::path> agencies = files(site_ / "content", "agency.yaml");
  if (agencies.empty()) return everything();
  const fs::path folder = random_.of(agencies).parent_path();
  if (random_.below(3) == 0) {
    fs::remove_all(folder);
    return "deleted " + folder.string();
  }
  const fs::path other =
      folder.parent_path() / ("moved-" + std::to_string(number_));
  fs::rename(folder, other);
  return "renamed " + folder.string() + " to " + other.string();
}

std::string Edits::settings() {
  const fs::path file = site_ / "site.yaml";
  std::string text = read(file);
  switch (random_.below(6)) {
    case 0: replace(text, "title: ", "title: 新的"); break;
    case 1: text += "public: {checks: false}\n"; break;
    case 2: text += "checks: {parts: warning}\n"; break;
    case 3: text += "checks: {similar_text: error}\n"; break;
    case 4: text += "language: en\n"; break;
    default: text += "no_such_key: [\n"; break;
  }
  write(file, text);
  return "settings";
}

std::string Edits::theme() {
  const fs::path theme = site_ / "themes" / "default";
  switch (random_.below(6)) {
    case 0: write(theme / "assets" / "style.css", "body { margin: " + std::to_string(number_) + "px }\n"); break;
    case 1: write(theme / "templates" / "not_found.mustache", "<p>{{title}} " + std::to_string(number_) + "</p>\n"); break;
    case 2: write(theme / "templates" / "not_found.mustache", "<p>{{#title}}</p>\n"); break;
    case 3: write(theme / "words" / "zh-CN.yaml", "menu_home: 首页" + std::to_string(number_) + "\n"); break;
    case 4: write(theme / "assets" / "extra.txt", std::to_string(number_)); break;
    default: fs::remove_all(site_ / "themes"); break;
  }
  return "theme";
}

std::string Edits::form() {
  const fs::path file = site_ / "content" / "forms" / "cn-2021.yaml";
  if (fs::exists(file)) {
    fs::remove_all(file.parent_path());
    return "the form of the site's own deleted";
  }
  write(file, "id: cn-2021\nname: broken\n");
  return "a form of the site's own";
}

std::string Edits::free_page() {
  const fs::path file = site_ / "content" / "pages" /
                        ("page-" + std::to_string(random_.below(3)) + ".md");
  switch (random_.below(4)) {
    case 0: fs::remove(file); break;
    case 1: write(site_ / "content" / "index.md", "见[某份](/agencies/c0/2023/)。\n"); break;
    case 2: fs::remove(site_ / "content" / "index.md"); break;
    default:
      write(file, "---\ntitle: 页" + std::to_string(number_) +
                      "\nmenu: true\n---\n见[某份](/agencies/c0-office/2024/)。\n");
  }
  return "free page " + file.string();
}

std::string Edits::attachment() {
  const std::vector<fs::path> reports = files(site_ / "content", "report.yaml");
  if (reports.empty()) return everything();
  const fs::path folder = random_.of(reports).parent_path();
  write(folder / "附件.pdf", "%PDF-1.4 " + std::to_string(number_));
  if (random_.below(2) == 0) {
    std::string text = read(folder / "report.yaml");
    if (text.find("attachments:") == text.npos) {
      write(folder / "report.yaml", text + "attachments:\n  - {file: 附件.pdf, title: 附件}\n");
    }
  }
  return "attachment in " + folder.string();
}

std::string Edits::debris() {
  const std::vector<fs::path> reports = files(site_ / "content", "report.yaml");
  const fs::path folder = reports.empty() ? site_ : random_.of(reports).parent_path();
  write(folder / ".report.yaml.swp", "x");
  write(folder / "report.yaml~", "x");
  write(folder / "4913", "");
  fs::remove(folder / "4913");
  if (!reports.empty()) {
    const fs::path touched = random_.of(reports);
    write(touched, read(touched));
  }
  return "debris in " + folder.string();
}

/// Puts everything back, at once or by deleting it first.
std::string Edits::everything() {
  if (random_.below(2) == 0) fs::remove_all(site_ / "content");
  for (const char* each : {"content", "themes"}) {
    if (fs::exists(site_ / each) && (!fs::exists(pristine_ / each) || random_.below(2) == 0)) {
      fs::remove_all(site_ / each);
    }
    if (fs::exists(pristine_ / each)) {
      fs::copy(pristine_ / each, site_ / each,
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }
  }
  write(site_ / "site.yaml", read(pristine_ / "site.yaml"));
  return "everything restored";
}

}  // namespace gongkai::test
