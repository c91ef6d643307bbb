#include "preview/respond.h"

#include <fmt/format.h>

#include <exception>

#include "preview/error_page.h"

namespace gongkai {
namespace {

constexpr std::string_view plain = "text/plain; charset=utf-8";
constexpr std::string_view html = "text/html; charset=utf-8";

PreviewResponse refusal(int status, std::string_view reason) {
  return {status, std::string(plain), {}, std::string(reason) + '\n'};
}

bool is_own_host(std::string_view host, int port) {
  for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"}) {
    if (host == fmt::format("{}:{}", name, port)) return true;
    // A browser leaves the port out where it is the usual one.
    if (port == 80 && host == name) return true;
  }
  return false;
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Nothing for a broken escape and for control bytes, escaped or not.
std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) {
        return std::nullopt;
      }
      c = static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    out += c;
  }
  return out;
}

/// Only the path and the query, which stay encoded as they came; never another host.
PreviewResponse redirect_to_folder(std::string_view path, std::string_view query) {
  PreviewResponse response = refusal(308, "moved");
  response.location = fmt::format("{}/{}", path, query);
  return response;
}

PreviewResponse not_found(const PreviewSource& source) {
  if (std::optional<std::string> page = source.file("404.html")) {
    return {404, std::string(html), {}, *std::move(page)};
  }
  return refusal(404, "not found");
}

/// Whether a person asked for it by opening a page, rather than a page for a part of itself.
bool is_page(std::string_view address) {
  const std::size_t name = address.rfind('/') + 1;
  return address.ends_with(".html") || address.find('.', name) == address.npos;
}

PreviewResponse respond_with_file(std::string_view path, std::string_view query,
                                  std::string_view decoded, const PreviewSource& source,
                                  Language language) {
  std::string address(decoded.substr(1));
  if (address.empty() || address.ends_with('/')) address += "index.html";
  if (is_page(address)) {
    if (const std::optional<std::string> messages = source.refresh()) {
      return {500, std::string(html), {}, error_page(*messages, language)};
    }
  }
  if (std::optional<std::string> bytes = source.file(address)) {
    return {200, std::string(media_type(address)), {}, *std::move(bytes)};
  }
  if (!path.starts_with("//") && source.file(address + "/index.html")) {
    return redirect_to_folder(path, query);
  }
  return not_found(source);
}

}  // namespace

PreviewResponse respond(const PreviewRequest& request, const PreviewSource& source, int port,
                        Language language) {
  if (!is_own_host(request.host, port)) {
    return refusal(421, fmt::format("this is the preview at 127.0.0.1:{}", port));
  }
  if (request.method != "GET" && request.method != "HEAD") return refusal(405, "GET and HEAD only");
  if (request.has_body) return refusal(400, "no bodies, please");
  const std::string_view target = request.target;
  const std::string_view path = target.substr(0, target.find('?'));
  const std::optional<std::string> decoded = decode(path);
  if (!path.starts_with('/') || !decoded) return refusal(400, "no such path");
  try {
    return respond_with_file(path, target.substr(path.size()), *decoded, source, language);
  } catch (const std::exception& error) {
    return {500, std::string(html), {}, error_page(error.what(), language)};
  }
}

}  // namespace gongkai
