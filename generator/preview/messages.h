#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source_lines.h"

namespace gongkai {

/// How the pages of the preview are told of messages: with their source lines, in one language, as
/// many as people look through.
class MessageWriter {
 public:
  /// `editor_folder` is the site's folder for links that open the editor; empty: no such links.
  MessageWriter(Language language, SourceReader reader, std::string editor_folder);

  /// {severity, label, code, text, help, place, notes: [{text, place}]}
  nlohmann::ordered_json message(const Diagnostic& diagnostic);
  /// {file, line, column, at, editor, source, begin, length}: `at` is `path:line:column`, `source` the
  /// line, of which `begin` and `length` mark the characters that are meant. null without a file.
  nlohmann::ordered_json place(const Position& position);
  /// {counts: {error, warning, hint}, messages: […], more}
  nlohmann::ordered_json list(const Diagnostics& diagnostics);

 private:
  Language language_;
  SourceLines sources_;
  std::string editor_folder_;
};

/// As bytes; what is no UTF-8 is replaced.
std::string json_bytes(const nlohmann::ordered_json& json);

}  // namespace gongkai
