#include "preview/error_page.h"

#include <fmt/format.h>

namespace gongkai {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string error_page(std::string_view messages, Language language) {
  const bool chinese = language == Language::zh;
  const std::string_view title =
      chinese ? "内容有错误，网站暂时无法预览" : "The content has errors";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n<pre>{}</pre>\n"
      "</main>\n</body>\n</html>\n",
      chinese ? "zh-CN" : "en", title, title,
      chinese ? "改正以下各处并保存后，刷新本页即可。已公开的网站不受影响。"
              : "Mend what is listed here, save, and reload this page. The published site is as it "
                "was.",
      escaped(messages));
}

}  // namespace gongkai
