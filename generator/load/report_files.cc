#include "load/report_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "diagnostics/codes/narrative.h"
#include "model/debris.h"
#include "model/sections.h"

namespace gongkai {
namespace {

constexpr std::string_view published_types = "pdf docx xlsx csv zip png jpg webp";

bool is_published_type(const std::string& file) {
  constexpr std::array endings = {".pdf", ".docx", ".xlsx", ".csv",
                                  ".zip", ".png",  ".jpg",  ".webp"};
  std::string ending = std::filesystem::path(file).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool stays_in_folder(const std::string& file) {
  return !file.empty() && file.find('/') == std::string::npos &&
         file.find('\\') == std::string::npos && file[0] != '.';
}

// The section's own file: overview.md.
std::string section_file(const Report& report, const Section& section) {
  return report.folder + "/" + section.id + ".md";
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

void read_section_files(const FileContext& context, const SiteFiles& site, Report& report) {
  for (const Section& section : report.form->sections) {
    const std::string file = section_file(report, section);
    if (!site.exists(file)) continue;
    auto source = read_text(site, file, context.diagnostics);
    if (!source || is_blank(source->text)) continue;
    if (section.narrative == NarrativeUse::none) {
      context.error(codes::section_without_text, {file, {1, 1}, 0}, {section.title});
      continue;
    }
    report.narratives.push_back({section.id, file, std::move(source->text), 1});
  }
}

bool has_narrative(const Report& report, const Section& section) {
  return std::any_of(report.narratives.begin(), report.narratives.end(),
                     [&](const Narrative& n) { return n.section == section.id; });
}

std::string percent_encoded(const std::string& name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '%') {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

bool is_named_by_text(const Report& report, const std::string& name) {
  const std::string encoded = percent_encoded(name);
  return std::any_of(report.narratives.begin(), report.narratives.end(), [&](const Narrative& n) {
    return n.text.find(name) != std::string::npos || n.text.find(encoded) != std::string::npos;
  });
}

bool is_input(const Report& report, const std::string& name) {
  if (name == "report.yaml" || name == "report.md") return true;
  return std::any_of(report.form->sections.begin(), report.form->sections.end(),
                     [&](const Section& section) { return name == section.id + ".md"; });
}

// Other files of the folder are published when a text links to them, and only then.
void list_files(const FileContext& context, const SiteFiles& site, Report& report) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(site.path(report.folder), error)) {
    // A link may lead out of the site.
    if (entry.is_regular_file(error) && !entry.is_symlink(error)) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    const bool listed = std::any_of(report.attachments.begin(), report.attachments.end(),
                                    [&](const Attachment& a) { return a.file == name; });
    if (listed || is_debris(name) || is_input(report, name)) continue;
    if (is_published_type(name) && is_named_by_text(report, name)) {
      report.linked_files.push_back(name);
    } else {
      context.error(codes::file_not_used, {report.folder + "/" + name, {}, 0}, {name});
    }
  }
}

}  // namespace

void read_attachments(const FileContext& context, const SiteFiles& site, MapReader& map,
                      Report& report) {
  for (const YamlNode* item : map.items("attachments")) {
    MapReader fields(context, *item);
    Attachment attachment;
    attachment.mark = item->mark;
    attachment.file = fields.required_text("file");
    attachment.title = fields.text_or("title", attachment.file);
    const YamlNode* file = fields.get("file");
    fields.finish();
    if (!file) continue;
    std::error_code error;
    const std::string path = report.folder + "/" + attachment.file;
    if (!is_published_type(attachment.file)) {
      context.error(codes::attachment_type, context.at(*file),
                    {attachment.file, std::string(published_types)});
    } else if (!stays_in_folder(attachment.file) || !site.exists(path) ||
               std::filesystem::is_symlink(site.path(path), error)) {
      context.error(codes::attachment_missing, context.at(*file), {attachment.file});
    } else {
      attachment.size = std::filesystem::file_size(site.path(path), error);
      report.attachments.push_back(std::move(attachment));
    }
  }
}

void read_narratives(const FileContext& context, const SiteFiles& site, Report& report) {
  const std::string whole = report.folder + "/report.md";
  const std::size_t errors_before = context.diagnostics.count(Severity::error);
  if (!site.exists(whole)) {
    read_section_files(context, site, report);
  } else {
    for (const Section& section : report.form->sections) {
      const std::string file = section_file(report, section);
      if (file != whole && site.exists(file)) {
        context.error(codes::narrative_twice, {file, {1, 1}, 0}, {section.id + ".md"});
      }
    }
    if (const auto source = read_text(site, whole, context.diagnostics)) {
      report.narratives = split_sections(*report.form, whole, source->text, context.diagnostics);
    }
  }
  // After an error a section may only seem to be missing.
  if (context.diagnostics.count(Severity::error) == errors_before) {
    for (const Section& section : report.form->sections) {
      if (section.narrative == NarrativeUse::required && !has_narrative(report, section)) {
        const std::string file = site.exists(whole) ? whole : report.folder;
        Diagnostic& d =
            context.error(codes::narrative_missing, {file, {}, 0}, {section.title, section.id});
        // A draft may be work in progress: its tables are checked before its texts are written.
        if (report.status == Status::draft) d.severity = Severity::warning;
      }
    }
  }
  list_files(context, site, report);
}

}  // namespace gongkai
