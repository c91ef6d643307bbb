#include "load/confirmed.h"

#include <algorithm>

#include "diagnostics/codes/confirmed.h"
#include "diagnostics/suggestion.h"

namespace gongkai {
namespace {

std::string name_of(const Report& report, const Narrative& narrative) {
  return narrative.file.substr(report.folder.size() + 1);
}

std::vector<std::string> text_files(const Report& report) {
  std::vector<std::string> files;
  for (const Narrative& narrative : report.narratives) {
    std::string file = name_of(report, narrative);
    if (std::find(files.begin(), files.end(), file) == files.end()) {
      files.push_back(std::move(file));
    }
  }
  return files;
}

// The text between two marks of punctuation, which is about what people confirm.
void add_clauses(std::string_view text, std::vector<std::string>& clauses) {
  constexpr std::string_view marks[] = {"，", "。", "；", "、", "：", "\n"};
  while (!text.empty()) {
    std::size_t end = text.size(), length = 0;
    for (std::string_view mark : marks) {
      const std::size_t at = text.substr(0, end).find(mark);
      if (at != std::string_view::npos) {
        end = at;
        length = mark.size();
      }
    }
    if (end > 0) clauses.emplace_back(text.substr(0, end));
    text.remove_prefix(end + length);
  }
}

void check_occurs(const FileContext& context, const Report& report, const Confirmation& confirmed,
                  const YamlNode& text) {
  std::vector<std::string> clauses;
  for (const Narrative& narrative : report.narratives) {
    if (name_of(report, narrative) != confirmed.file) continue;
    if (narrative.text.find(confirmed.text) != std::string::npos) return;
    add_clauses(narrative.text, clauses);
  }
  Diagnostic& d = context.error(codes::confirmed_not_found, context.at(text),
                                {confirmed.text, confirmed.file});
  if (const auto near = nearest(confirmed.text, clauses)) {
    d.notes.push_back({&notes::confirmed_nearly, {}, {*near}});
  }
}

}  // namespace

void read_confirmed(const FileContext& context, bool texts_are_whole, MapReader& map,
                    Report& report) {
  const std::vector<std::string> files = text_files(report);
  for (const YamlNode* item : map.items("confirmed")) {
    MapReader fields(context, *item);
    Confirmation confirmed;
    confirmed.mark = item->mark;
    confirmed.file = fields.required_text("file");
    confirmed.text = fields.required_text("text");
    confirmed.why = fields.required_text("why");
    const YamlNode* file = fields.get("file");
    const YamlNode* text = fields.get("text");
    fields.finish();
    if (!texts_are_whole) continue;
    if (file && std::find(files.begin(), files.end(), confirmed.file) == files.end()) {
      suggest(context.error(codes::confirmed_file, context.at(*file), {confirmed.file}),
              confirmed.file, files);
    } else if (file && text) {
      check_occurs(context, report, confirmed, *text);
    }
    report.confirmed.push_back(std::move(confirmed));
  }
}

}  // namespace gongkai
