#include "narrative/links.h"

#include <algorithm>

#include "diagnostics/codes/narrative.h"
#include "narrative/markup.h"

namespace gongkai {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// `HTTPS` of `HTTPS://…`; empty where the destination has no scheme.
std::string scheme_of(std::string_view destination) {
  if (destination.empty() || !is_letter(destination[0])) return {};
  const std::size_t end = destination.find_first_of(":/?#");
  if (end == std::string_view::npos || destination[end] != ':') return {};
  const std::string_view scheme = destination.substr(0, end);
  const bool well_formed = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return well_formed ? std::string(scheme) : std::string();
}

// Browsers drop control characters and read a backslash as a slash, so that neither may hide
// another address.
bool is_deceptive(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
  });
}

CheckedLink mistake(const Wording& wording, std::string_view argument) {
  return {{}, &wording, {std::string(argument)}};
}

CheckedLink web_address(std::string_view destination, std::string_view scheme) {
  const std::string_view rest = destination.substr(scheme.size());
  const std::string_view host =
      rest.starts_with("://") ? rest.substr(3, rest.substr(3).find_first_of("/?#")) : "";
  const bool host_begins = !host.empty() && (is_letter(host[0]) || is_digit(host[0]) ||
                                             static_cast<unsigned char>(host[0]) >= 0x80);
  const bool plain = std::none_of(host.begin(), host.end(), [](char c) {
    return std::string_view(" \"<>[]^`{|}%@").find(c) != std::string_view::npos;
  });
  if (!host_begins || !plain) return mistake(codes::link_malformed, destination);
  // A host in Chinese stays as it is: encoding it is the business of whoever resolves it.
  std::string address = lower(scheme) + "://" + std::string(host);
  return {address + encode_address(rest.substr(3 + host.size())), nullptr, {}};
}

CheckedLink resolved(std::string_view destination, const LinkResolver& resolve, bool image,
                     const Wording& missing) {
  const std::size_t hash = std::min(destination.find('#'), destination.size());
  const std::string path = decode_percent(destination.substr(0, hash));
  if (is_deceptive(path)) return mistake(codes::link_malformed, destination);
  std::optional<std::string> address;
  if (resolve) address = resolve(path, image);
  if (!address) return mistake(missing, destination);
  return {*address + encode_address(destination.substr(hash)), nullptr, {}};
}

// How many folders above its own a relative path leads.
int levels_up(std::string_view path) {
  int level = 0, highest = 0;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    if (part == "..") {
      highest = std::max(highest, ++level);
    } else if (!part.empty() && part != ".") {
      --level;
    }
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return highest;
}

}  // namespace

CheckedLink check_link(std::string_view destination, const LinkResolver& resolve) {
  if (destination.empty() || is_deceptive(destination)) {
    return mistake(codes::link_malformed, destination);
  }
  if (destination.starts_with("//")) return mistake(codes::link_without_scheme, destination);
  const std::string scheme = scheme_of(destination);
  const std::string known = lower(scheme);
  if (known == "http" || known == "https") return web_address(destination, scheme);
  if (known == "mailto") {
    if (destination.find('@') == std::string_view::npos) {
      return mistake(codes::link_malformed, destination);
    }
    return {known + encode_address(destination.substr(scheme.size())), nullptr, {}};
  }
  if (!scheme.empty()) return mistake(codes::link_scheme, scheme);
  if (destination.starts_with("#")) return {encode_address(destination), nullptr, {}};
  return resolved(destination, resolve, false, codes::link_missing);
}

CheckedLink check_image(std::string_view destination, const LinkResolver& resolve) {
  const std::string known = lower(scheme_of(destination));
  if (known == "http" || known == "https" || destination.starts_with("//")) {
    return mistake(codes::image_remote, destination);
  }
  // A drive (C:\…) reads as a scheme of one letter.
  const bool absolute = destination.starts_with('/') || known == "file" || known.size() == 1;
  if (absolute || levels_up(decode_percent(destination)) > 1) {
    return mistake(codes::image_outside, destination);
  }
  if (!known.empty()) return mistake(codes::link_scheme, known);
  if (destination.empty() || is_deceptive(destination)) {
    return mistake(codes::link_malformed, destination);
  }
  return resolved(destination, resolve, true, codes::image_missing);
}

std::optional<BareAddress> find_bare_address(std::string_view text, std::size_t begin) {
  for (std::size_t at = text.find("http", begin); at != std::string_view::npos;
       at = text.find("http", at + 4)) {
    if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) continue;
    std::size_t host = at + 4;
    if (text.substr(host).starts_with("s")) ++host;
    if (!text.substr(host).starts_with("://")) continue;
    host += 3;
    std::size_t end = host;
    int open = 0;  // parentheses; one that closes more than were opened is not of the address
    for (; end < text.size(); ++end) {
      const char c = text[end];
      if (c <= ' ' || c >= 0x7F ||
          std::string_view("<>\"`|{}^\\").find(c) != std::string_view::npos) {
        break;
      }
      if (c == '(') ++open;
      if (c == ')' && --open < 0) break;
    }
    while (end > host &&
           std::string_view("?!.,:;*_~'").find(text[end - 1]) != std::string_view::npos) {
      --end;
    }
    const CheckedLink checked = check_link(text.substr(at, end - at), {});
    if (end > host && checked.address) return BareAddress{at, end - at};
  }
  return {};
}

}  // namespace gongkai
