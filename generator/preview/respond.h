#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A site at one moment, as far as answers need it.
struct PreviewView {
  /// The bytes of the file at an address (`agencies/x/index.html`), nothing where there is none.
  std::function<std::optional<std::string>(std::string_view address)> file;
  /// Whether the page of a report stands at an address.
  std::function<bool(std::string_view address)> is_report = [](std::string_view) { return false; };
  /// Names what pages show: scripts learn from it whether there is something newer.
  std::string mark;
  /// The diagnostics as text while there is no page to show.
  std::optional<std::string> mistakes;
  Language language = Language::zh;  ///< of the site
};

/// Where a preview takes its answers from. All of it is called from several threads.
struct PreviewSource {
  /// The site as it stands, all that was saved included.
  std::function<PreviewView()> view;
  /// What scripts of the preview ask for, as JSON.
  std::function<std::string()> messages = [] { return "null"; };
  std::function<std::string(std::string_view address)> report = [](auto) { return "null"; };
  /// Waits for something new to tell, for a second at most. `seen` is what was told last, and is
  /// replaced; returns it as JSON, nothing where there is nothing new.
  std::function<std::optional<std::string>(std::string& seen)> news = [](auto&) {
    return std::nullopt;
  };
  /// Called when the server stops: nothing should be waited for any more.
  std::function<void()> give_up = [] {};
};

/// How a preview is addressed.
struct PreviewAddress {
  int port = 8000;
  /// The names by which it may be called; a request for any other host is refused, so that a page on
  /// the internet cannot read drafts through a name that it lets point here.
  std::vector<std::string> hosts = {"127.0.0.1", "localhost", "[::1]"};
  std::string base_path = "/";  ///< begins and ends with a slash
};

/// What matters of a request, as it came over the wire.
struct PreviewRequest {
  std::string method;
  std::string target;  ///< `/agencies/x/?q=1`, percent-encoded
  std::string host;
  bool has_body = false;
};

struct PreviewResponse {
  int status = 200;
  std::string type;      ///< Content-Type
  std::string location;  ///< only of a redirect
  std::string body;
  bool is_stream = false;  ///< whether news follow as long as the browser listens
};

/// Answers one request.
PreviewResponse respond(const PreviewRequest& request, const PreviewSource& source,
                        const PreviewAddress& address);

/// The page with the line that brings in the preview's script; every other byte is as it was.
std::string with_script(std::string page, const PreviewView& view, const PreviewAddress& address,
                        bool is_report);

/// The Content-Type of a file by the ending of its name.
std::string_view media_type(std::string_view address);

/// Without the bytes 00 to 1f and 7f, which terminals take for commands.
std::string printable(std::string_view text);

}  // namespace gongkai
