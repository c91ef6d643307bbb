#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// Where a preview takes its pages from. Both are called from several threads, refresh() from one
/// at a time.
struct PreviewSource {
  /// Brings the site up to date before a page is shown. Returns the diagnostics as text while the
  /// content is broken, nothing when all is well.
  std::function<std::optional<std::string>()> refresh;
  /// The bytes of the file at an address (`agencies/x/index.html`), nothing where there is none.
  std::function<std::optional<std::string>(std::string_view address)> file;
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
};

/// Answers one request. `port` is the server's own: a request for any other host is refused, so
/// that a page on the internet cannot read drafts through a name that it lets point here.
PreviewResponse respond(const PreviewRequest& request, const PreviewSource& source, int port,
                        Language language);

/// The Content-Type of a file by the ending of its name.
std::string_view media_type(std::string_view address);

}  // namespace gongkai
