#include <algorithm>
#include <array>
#include <utility>

#include "preview/respond.h"

namespace gongkai {

std::string_view media_type(std::string_view address) {
  using Entry = std::pair<std::string_view, std::string_view>;
  static constexpr std::array types = {
      Entry{".html", "text/html; charset=utf-8"},
      Entry{".css", "text/css; charset=utf-8"},
      Entry{".js", "text/javascript; charset=utf-8"},
      Entry{".json", "application/json; charset=utf-8"},
      Entry{".jsonld", "application/ld+json; charset=utf-8"},
      Entry{".csv", "text/csv; charset=utf-8"},
      Entry{".txt", "text/plain; charset=utf-8"},
      Entry{".xml", "application/xml; charset=utf-8"},
      Entry{".svg", "image/svg+xml; charset=utf-8"},
      Entry{".png", "image/png"},
      Entry{".jpg", "image/jpeg"},
      Entry{".jpeg", "image/jpeg"},
      Entry{".webp", "image/webp"},
      Entry{".ico", "image/x-icon"},
      Entry{".woff2", "font/woff2"},
      Entry{".pdf", "application/pdf"},
      Entry{".zip", "application/zip"},
      Entry{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      Entry{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
  };
  std::string ending(address.substr(std::min(address.rfind('.'), address.size())));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto& [known, type] : types) {
    if (ending == known) return type;
  }
  return "application/octet-stream";
}

}  // namespace gongkai
