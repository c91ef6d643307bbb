// Every link of a built portal resolves to a file of it, whether it is served from a root, under a
// sub-path or opened from a disc: it is relative, names a file, stays inside, and its fragment
// exists. Links of the host site (data-host) and external ones are not looked at.
//
//     links_test <public>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "html.h"

namespace fs = std::filesystem;

namespace {

int faults = 0;
int links = 0;

class Site {
 public:
  explicit Site(fs::path root) : root_(std::move(root)) {}

  void check() {
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      const std::string address = entry.path().lexically_relative(root_).generic_string();
      if (entry.path().extension() == ".html") check_page(address);
      if (entry.path().extension() == ".css") check_style(address);
    }
  }

 private:
  void check_page(const std::string& address) {
    const html::Document page(html::read(root_ / address));
    html::each_element(page.root(), [&](const GumboNode& element) {
      if (html::attribute(element, "data-host") != nullptr) return;
      for (const char* name : {"href", "src", "poster", "data", "action"}) {
        if (const char* link = html::attribute(element, name)) check_link(address, link);
      }
      if (html::attribute(element, "srcset") != nullptr) {
        fault(address, "srcset", "is not looked at by this test");
      }
    });
  }

  void check_style(const std::string& address) {
    const std::string text = html::read(root_ / address);
    const std::regex url("url\\(\\s*[\"']?([^\"')]+)");
    for (std::sregex_iterator i(text.begin(), text.end(), url), end; i != end; ++i) {
      const std::string link = (*i)[1];
      if (!link.starts_with("data:")) check_link(address, link);
    }
  }

  void check_link(const std::string& from, const std::string& link) {
    ++links;
    for (const char* scheme : {"http://", "https://", "mailto:", "tel:"}) {
      if (link.starts_with(scheme)) return;
    }
    const auto hash = link.find('#');
    std::string path = link.substr(0, hash);
    path = path.substr(0, path.find('?'));
    if (path.find(':') != std::string::npos || path.starts_with('/')) {
      return fault(from, link, "is not relative");
    }
    std::string target = from;
    if (!path.empty()) {
      const fs::path joined = fs::path(from).parent_path() / html::percent_decoded(path);
      target = joined.lexically_normal().generic_string();
      if (target.starts_with("..")) return fault(from, link, "climbs above the root");
    }
    if (!fs::is_regular_file(root_ / target)) {
      return fault(from, link, fs::exists(root_ / target) ? "names a folder" : "leads nowhere");
    }
    if (hash != std::string::npos && hash + 1 < link.size() && target.ends_with(".html") &&
        !ids(target).contains(html::percent_decoded(link.substr(hash + 1)))) {
      fault(from, link, "names a place that the page does not have");
    }
  }

  const std::set<std::string>& ids(const std::string& address) {
    const auto [entry, added] = ids_.try_emplace(address);
    if (!added) return entry->second;
    const html::Document page(html::read(root_ / address));
    html::each_element(page.root(), [&](const GumboNode& element) {
      const char* id = html::attribute(element, "id");
      if (id == nullptr) return;
      if (!entry->second.insert(id).second) fault(address, id, "is an id that stands twice");
    });
    return entry->second;
  }

  static void fault(const std::string& from, const std::string& link, const std::string& what) {
    std::cerr << from << ": " << link << " " << what << "\n";
    ++faults;
  }

  fs::path root_;
  std::map<std::string, std::set<std::string>> ids_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: links_test <public>\n";
    return 2;
  }
  Site(argv[1]).check();
  std::cout << links << " links, " << faults << " faults\n";
  return faults == 0 && links != 0 ? 0 : 1;
}
