#include "preview/respond.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "embedded/gongkai_preview.h"
#include "preview/error_page.h"

namespace gongkai {
namespace {

constexpr std::string_view plain = "text/plain; charset=utf-8";
constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view json = "application/json; charset=utf-8";
/// No file of a site has a name that begins with a dot.
constexpr std::string_view own_folder = ".gongkai/";

PreviewResponse refusal(int status, std::string_view reason) {
  return {status, std::string(plain), {}, std::string(reason) + '\n', false};
}

bool is_own_host(std::string_view host, const PreviewAddress& address) {
  return std::any_of(address.hosts.begin(), address.hosts.end(), [&](const std::string& name) {
    // A browser leaves the port out where it is the usual one.
    return host == fmt::format("{}:{}", name, address.port) ||
           (address.port == 80 && host == name);
  });
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
PreviewResponse redirect(std::string location) {
  PreviewResponse response = refusal(308, "moved");
  response.location = std::move(location);
  return response;
}

std::string address_at(std::string_view path) {
  std::string address(path);
  if (address.empty() || address.ends_with('/')) address += "index.html";
  return address;
}

/// What a script asks about the page at `path`, which begins with the base path.
std::optional<std::string> asked_address(std::string_view query, const PreviewAddress& address) {
  constexpr std::string_view name = "?address=";
  if (!query.starts_with(name)) return std::nullopt;
  const std::optional<std::string> once = decode(query.substr(name.size()));
  // The path of a page is encoded itself.
  const std::optional<std::string> path = once ? decode(*once) : std::nullopt;
  if (!path || !path->starts_with(address.base_path)) return std::nullopt;
  return address_at(std::string_view(*path).substr(address.base_path.size()));
}

PreviewResponse respond_to_script(std::string_view name, std::string_view query,
                                  const PreviewSource& source, const PreviewAddress& address) {
  if (name == "messages.json") return {200, std::string(json), {}, source.messages(), false};
  if (name == "report.json") {
    const std::optional<std::string> asked = asked_address(query, address);
    if (!asked) return refusal(400, "no such page");
    return {200, std::string(json), {}, source.report(*asked), false};
  }
  if (name == "events") return {200, "text/event-stream", {}, {}, true};
  for (const EmbeddedFile& file : browser_files::files()) {
    if (file.name != name) continue;
    return {200, std::string(media_type(name)), {}, std::string(file.bytes), false};
  }
  return refusal(404, "not found");
}

PreviewResponse page(int status, std::string bytes, const PreviewView& view,
                     const PreviewAddress& address, bool is_report = false) {
  return {status, std::string(html), {},
          with_script(std::move(bytes), view, address, is_report), false};
}

/// Whether a person asked for it by opening a page, rather than a page for a part of itself.
bool is_page(std::string_view address) {
  const std::size_t name = address.rfind('/') + 1;
  return address.ends_with(".html") || address.find('.', name) == address.npos;
}

PreviewResponse respond_with_file(std::string_view path, std::string_view query,
                                  std::string_view decoded, const PreviewView& view,
                                  const PreviewAddress& at) {
  const std::string address = address_at(decoded);
  if (view.mistakes && is_page(address)) {
    return page(500, error_page(*view.mistakes, view.language), view, at);
  }
  if (std::optional<std::string> bytes = view.file(address)) {
    if (media_type(address) == html) {
      return page(200, *std::move(bytes), view, at, view.is_report(address));
    }
    return {200, std::string(media_type(address)), {}, *std::move(bytes), false};
  }
  if (!path.starts_with("//") && view.file(address + "/index.html")) {
    return redirect(fmt::format("{}/{}", path, query));
  }
  if (std::optional<std::string> missing = view.file("404.html")) {
    return page(404, *std::move(missing), view, at);
  }
  return refusal(404, "not found");
}

}  // namespace

std::string with_script(std::string page, const PreviewView& view, const PreviewAddress& address,
                        bool is_report) {
  // A page may forbid all scripts; a browser would then only complain.
  const std::size_t policy = page.find("http-equiv=\"Content-Security-Policy\"");
  if (policy != page.npos &&
      page.substr(policy, page.find('>', policy) - policy).find("script-src") == page.npos) {
    return page;
  }
  const std::size_t end = page.rfind("</body>");
  const std::string line = fmt::format(
      "<script src=\"{}{}preview.js\" data-mark=\"{}\" data-language=\"{}\"{} defer></script>\n",
      address.base_path, own_folder, view.mark, view.language == Language::zh ? "zh" : "en",
      is_report ? " data-report" : "");
  page.insert(end == page.npos ? page.size() : end, line);
  return page;
}

PreviewResponse respond(const PreviewRequest& request, const PreviewSource& source,
                        const PreviewAddress& address) {
  if (!is_own_host(request.host, address)) {
    return refusal(421, fmt::format("this is the preview at {}:{}", address.hosts.front(),
                                    address.port));
  }
  if (request.method != "GET" && request.method != "HEAD") return refusal(405, "GET and HEAD only");
  if (request.has_body) return refusal(400, "no bodies, please");
  const std::string_view target = request.target;
  const std::string_view path = target.substr(0, target.find('?'));
  const std::string_view query = target.substr(path.size());
  const std::optional<std::string> decoded = decode(path);
  if (!path.starts_with('/') || !decoded) return refusal(400, "no such path");
  const std::string_view base = address.base_path;
  if (!decoded->starts_with(base)) {
    if (path == "/" || fmt::format("{}/", path) == base) return redirect(address.base_path);
    return refusal(404, fmt::format("the site begins at {}", base));
  }
  const std::string_view below = std::string_view(*decoded).substr(base.size());
  PreviewView view;
  try {
    if (below.starts_with(own_folder)) {
      return respond_to_script(below.substr(own_folder.size()), query, source, address);
    }
    view = source.view();
    return respond_with_file(path, query, below, view, address);
  } catch (const std::exception& error) {
    return page(500, error_page(error.what(), view.language), view, address);
  }
}

std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7f ? '?' : c;
  }
  return out;
}

}  // namespace gongkai
