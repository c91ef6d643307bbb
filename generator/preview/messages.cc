#include "preview/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_messages = 200;
constexpr std::size_t longest_source = 400;  ///< bytes of a line that are shown

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: break;
  }
  return "hint";
}

const char* severity_label(Severity severity, Language language) {
  const bool zh = language == Language::zh;
  switch (severity) {
    case Severity::error: return zh ? "错误" : "error";
    case Severity::warning: return zh ? "警告" : "warning";
    case Severity::hint: break;
  }
  return zh ? "提示" : "hint";
}

/// Characters outside the plane that scripts count in one step count twice there.
std::size_t script_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

std::string percent_encoded_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || c == '/' || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace

MessageWriter::MessageWriter(Language language, SourceReader reader, std::string editor_folder)
    : language_(language), sources_(std::move(reader)), editor_folder_(std::move(editor_folder)) {}

Json MessageWriter::place(const Position& position) {
  if (position.file.empty()) return nullptr;
  const SourceLines::Place place = sources_.place(position);
  Json json = {{"file", position.file}, {"at", position.file}};
  // A built-in form is no file that an editor could open.
  const bool is_file = !position.file.starts_with('<');
  std::string editor = "vscode://file" + percent_encoded_path(editor_folder_ + "/" + position.file);
  if (place.line > 0) {
    json["line"] = place.line;
    json["column"] = place.column;
    json["at"] = fmt::format("{}:{}:{}", position.file, place.line, place.column);
    editor += fmt::format(":{}:{}", place.line, place.column);
  }
  if (!editor_folder_.empty() && is_file) json["editor"] = editor;
  if (place.line == 0 || !sources_.has(position.file)) return json;
  std::string_view line = sources_.line(position.file, position.mark.line);
  std::size_t column = std::min<std::size_t>(position.mark.column, line.size() + 1) - 1;
  if (line.size() > longest_source) {
    std::size_t from = column > longest_source / 2 ? column - longest_source / 2 : 0;
    while (from < line.size() && (line[from] & 0xC0) == 0x80) ++from;
    line = line.substr(from, longest_source);
    column -= std::min(from, column);
  }
  json["source"] = line;
  json["begin"] = script_length(line.substr(0, column));
  json["length"] = script_length(line.substr(column, std::max<std::size_t>(position.length, 1)));
  return json;
}

Json MessageWriter::message(const Diagnostic& diagnostic) {
  Json notes = Json::array();
  for (const Note& note : diagnostic.notes) {
    notes.push_back({{"text", gongkai::message(note, language_)}, {"place", place(note.position)}});
  }
  return {{"severity", severity_name(diagnostic.severity)},
          {"label", severity_label(diagnostic.severity, language_)},
          {"code", diagnostic.code()},
          {"text", gongkai::message(diagnostic, language_)},
          {"help", help(diagnostic, language_)},
          {"place", place(diagnostic.position)},
          {"notes", std::move(notes)}};
}

Json MessageWriter::list(const Diagnostics& diagnostics) {
  // What keeps the site from being published comes first.
  std::vector<const Diagnostic*> order;
  for (const Diagnostic& diagnostic : diagnostics.items()) order.push_back(&diagnostic);
  std::stable_sort(order.begin(), order.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return a->severity < b->severity;
  });
  const std::size_t shown = std::min(order.size(), most_messages);
  Json messages = Json::array();
  for (std::size_t i = 0; i < shown; ++i) messages.push_back(message(*order[i]));
  return {{"counts",
           {{"error", diagnostics.count(Severity::error)},
            {"warning", diagnostics.count(Severity::warning)},
            {"hint", diagnostics.count(Severity::hint)}}},
          {"messages", std::move(messages)},
          {"more", order.size() - shown}};
}

std::string json_bytes(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gongkai
