#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gongkai {
namespace {

using Json = nlohmann::json;

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

bool is_address(std::string_view text) {
  while (true) {
    const std::string_view part = text.substr(0, text.find('/'));
    if (part.empty() || part == "." || part == ".." || part.find('\0') != part.npos) return false;
    if (part.size() == text.size()) return true;
    text.remove_prefix(part.size() + 1);
  }
}

std::string Manifest::str() const {
  std::string text = "{\"files\": [\n";
  std::size_t left = files.size();
  for (const auto& [file, entry] : files) {
    fmt::format_to(std::back_inserter(text),
                   "{{\"path\": {}, \"size\": {}, \"sha256\": \"{}\"}}{}\n", Json(file).dump(),
                   entry.size, entry.sha256, --left == 0 ? "" : ",");
  }
  return text + "]}\n";
}

std::optional<Manifest> Manifest::parse(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("files") || !json["files"].is_array()) {
    return std::nullopt;
  }
  Manifest manifest;
  for (const Json& file : json["files"]) {
    if (!file.is_object() || !file.contains("path") || !file["path"].is_string() ||
        !file.contains("size") || !file["size"].is_number_unsigned() || !file.contains("sha256") ||
        !file["sha256"].is_string()) {
      return std::nullopt;
    }
    const auto& path = file["path"].get_ref<const std::string&>();
    const auto& sum = file["sha256"].get_ref<const std::string&>();
    if (!is_address(path) || !is_sha256(sum)) return std::nullopt;
    manifest.files[path] = {file["size"].get<std::uintmax_t>(), sum};
  }
  return manifest;
}

}  // namespace gongkai
