#include "publish/publish.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "diagnostics/codes/publish.h"
#include "model/sha256.h"
#include "publish/files.h"
#include "publish/lock.h"
#include "publish/manifest.h"

// sched.h declares unshare() only for GNU sources.
#include <sched.h>

using namespace gongkai;
namespace fs = std::filesystem;

namespace {

using Pages = std::map<std::string, std::string>;

/// A folder of its own for each test case.
struct Site {
  fs::path root;
  fs::path output;
  Diagnostics diagnostics;
  bool adopt = false, allow_removals = false, dry_run = false;
  std::vector<std::string> reports;

  Site() {
    std::string name = (fs::temp_directory_path() / "gongkai-publish-XXXXXX").string();
    root = ::mkdtemp(name.data());
    output = root / "public";
  }
  ~Site() {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (entry.is_directory() && !entry.is_symlink()) {
        fs::permissions(entry, fs::perms::owner_all, fs::perm_options::add);
      }
    }
    fs::remove_all(root);
  }

  std::optional<PublishResult> build(const Pages& pages, int jobs = 2) {
    std::vector<std::string> addresses;
    for (const auto& [address, bytes] : pages) addresses.push_back(address);
    PublishRequest request;
    request.output = output;
    request.addresses = addresses;
    request.render = [&](std::string_view address, std::string& bytes) {
      bytes += pages.at(std::string(address));
    };
    request.jobs = jobs;
    request.adopt = adopt;
    request.allow_removals = allow_removals;
    request.dry_run = dry_run;
    request.reports = reports;
    request.today = *Date::parse("2025-06-30");
    return publish(request, diagnostics);
  }

  std::string code() const {
    return diagnostics.empty() ? "" : std::string(diagnostics.items().back().code());
  }

  void add_foreign(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((output / name).parent_path());
    files::write(output / name, bytes);
  }

  /// Every file of public/ but the manifest, which is checked against them.
  Pages published() const {
    Pages pages;
    const auto manifest = Manifest::parse(files::read(output / Manifest::address).value());
    REQUIRE(manifest);
    for (const auto& [name, kind] : files::scan(output).entries) {
      if (kind == files::Kind::folder || name == Manifest::address) continue;
      pages[name] = files::read(output / name).value_or("");
      if (!manifest->has(name)) continue;
      CHECK(manifest->files.at(name) == ManifestEntry{pages[name].size(), sha256(pages[name])});
    }
    for (const auto& [name, entry] : manifest->files) CHECK(pages.contains(name));
    return pages;
  }
};

timespec changed_at(const fs::path& file) {
  struct stat status;
  REQUIRE(::lstat(file.c_str(), &status) == 0);
  return status.st_mtim;
}

bool operator==(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/// Runs `body` in a process of its own; its exit code, or -1 when a signal ended it.
template <typename Body>
int in_child(Body&& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 99;
    try {
      code = body();
    } catch (...) {
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

const Pages small = {{"index.html", "home"},
                     {"assets/style.css", "css"},
                     {"agencies/a/2024/index.html", "report"},
                     {"agencies/a/2024/报告.pdf", "pdf"}};

}  // namespace

TEST_CASE("the first build makes public/, the next ones change only what differs") {
  Site site;
  auto result = site.build(small);
  REQUIRE(result);
  CHECK(result->written() == 4);
  CHECK(result->exchanged);
  CHECK(site.published() == small);
  const timespec style = changed_at(site.output / "assets/style.css");
  const timespec manifest = changed_at(site.output / "manifest.json");

  result = site.build(small);
  CHECK(result->written() == 0);
  CHECK(result->unchanged == 4);
  CHECK_FALSE(result->exchanged);
  CHECK(changed_at(site.output / "manifest.json") == manifest);

  Pages changed = small;
  changed["index.html"] = "a longer home page";
  changed["new/index.html"] = "new";
  changed.erase("agencies/a/2024/报告.pdf");
  for (int round = 0; round < 3; ++round) {
    result = site.build(round % 2 == 0 ? changed : small);
    CHECK(result->written() == 2);
    CHECK(result->unchanged == 2);
    CHECK(result->removed.size() == 1);
    CHECK(result->exchanged);
    CHECK(site.published() == (round % 2 == 0 ? changed : small));
    CHECK(changed_at(site.output / "assets/style.css") == style);
  }
}

TEST_CASE("a dry run names what would change, makes nothing and waits for nobody") {
  Site site;
  site.dry_run = true;
  auto result = site.build(small);
  REQUIRE(result);
  CHECK(result->added.size() == 4);
  CHECK(fs::is_empty(site.root));

  site.dry_run = false;
  site.build(small);
  const timespec manifest = changed_at(site.output / "manifest.json");
  Pages changed = small;
  changed["index.html"] = "another home page";
  changed["new/index.html"] = "new";
  changed.erase("assets/style.css");
  site.dry_run = true;
  const BuildLock other_build(site.root / ".gongkai/lock");
  result = site.build(changed);
  REQUIRE(result);
  CHECK(result->added == std::vector<std::string>{"new/index.html"});
  CHECK(result->changed == std::vector<std::string>{"index.html"});
  CHECK(result->removed == std::vector<std::string>{"assets/style.css"});
  CHECK(result->unchanged == 2);
  CHECK(site.published() == small);
  CHECK(changed_at(site.output / "manifest.json") == manifest);
  CHECK_FALSE(fs::exists(site.root / ".gongkai/spare"));
}

TEST_CASE("a build stops before more than a tenth of the pages would vanish") {
  const auto pages_of = [](int agencies) {
    Pages pages = {{"index.html", "home"}};
    for (int i = 0; i < agencies; ++i) {
      pages["agencies/a" + std::to_string(i) + "/index.html"] = "agency";
    }
    return pages;
  };
  const auto refused = [](Site& site) {
    const bool by_guard = site.diagnostics.items().size() == 1 &&
                          site.diagnostics.items().front().wording == &codes::many_removals;
    site.diagnostics = {};
    return by_guard;
  };
  Site site;
  REQUIRE(site.build(pages_of(99)));
  CHECK(site.build(pages_of(89)));  // 10 of 100

  CHECK_FALSE(site.build(pages_of(79)));  // 10 of 90
  CHECK(refused(site));
  CHECK(site.published() == pages_of(89));

  site.allow_removals = true;
  CHECK(site.build(pages_of(9)));
  CHECK(site.published() == pages_of(9));
  site.allow_removals = false;
  CHECK(site.build(pages_of(0)));  // 9 of 10: few enough to be seen by eye
}

TEST_CASE("what history.json knows is missed even where public/ was lost") {
  Site site;
  Pages pages = {{"index.html", "home"}};
  std::vector<std::string> reports;
  for (int i = 0; i < 12; ++i) {
    reports.push_back("agencies/a" + std::to_string(i) + "/2024/index.html");
    pages[reports.back()] = "report";
  }
  site.reports = reports;
  REQUIRE(site.build(pages));
  fs::remove_all(site.output);
  site.reports = {};
  CHECK_FALSE(site.build({{"index.html", "home"}}));
  REQUIRE(site.diagnostics.items().size() == 1);
  const Diagnostic& said = site.diagnostics.items().front();
  CHECK(said.wording == &codes::many_removals);
  CHECK(said.notes.size() == 11);
}

TEST_CASE("a page that somebody edited in public/ is put right") {
  Site site;
  site.build(small);
  files::write(site.output / "index.html", "HOME");
  CHECK(site.build(small)->written() == 1);
  CHECK(site.published() == small);
  fs::remove(site.output / "assets/style.css");
  CHECK(site.build(small)->written() == 1);
  CHECK(site.published() == small);
}

TEST_CASE("a file becomes a folder and a folder a file") {
  Site site;
  const Pages file = {{"a", "file"}, {"b/c/d", "deep"}};
  const Pages folder = {{"a/x", "in folder"}, {"b", "file"}};
  for (int round = 0; round < 3; ++round) {
    for (const Pages& pages : {file, folder}) {
      REQUIRE(site.build(pages));
      CHECK(site.published() == pages);
    }
  }
}

TEST_CASE("files of others are kept over exchanges") {
  Site site;
  site.build(small);
  site.add_foreign("videos/a.mp4", "film");
  fs::create_symlink("videos/a.mp4", site.output / "film");
  fs::create_directory(site.output / "empty");
  fs::permissions(site.output / "videos", fs::perms(0555));
  Pages pages = small;
  for (const char* home : {"1", "2", "3"}) {
    pages["index.html"] = home;
    const auto result = site.build(pages);
    REQUIRE(result);
    CHECK(result->exchanged);
    CHECK(result->foreign == 2);
    CHECK(files::read(site.output / "videos/a.mp4") == "film");
    CHECK(fs::read_symlink(site.output / "film") == "videos/a.mp4");
    CHECK(fs::is_directory(site.output / "empty"));
    CHECK(fs::status(site.output / "videos").permissions() == fs::perms(0555));
    CHECK(site.published().size() == pages.size() + 2);
  }
  fs::permissions(site.output / "videos", fs::perms(0755));
  fs::remove_all(site.output / "videos");
  pages["index.html"] = "4";
  CHECK(site.build(pages)->foreign == 1);
  CHECK_FALSE(fs::exists(site.output / "videos"));
}

TEST_CASE("a foreign file that changes while the build runs is not lost") {
  Site site;
  site.build(small);
  site.add_foreign("log/a.txt", "old");
  const std::vector<std::string> addresses = {"index.html"};
  PublishRequest request;
  request.output = site.output;
  request.addresses = addresses;
  request.render = [&](std::string_view, std::string& bytes) {
    files::replace(site.output / "log/a.txt", "new");
    site.add_foreign("log/b.txt", "late");
    bytes += "changed";
  };
  REQUIRE(publish(request, site.diagnostics));
  CHECK(files::read(site.output / "log/a.txt") == "new");
  CHECK(files::read(site.output / "log/b.txt") == "late");
}

TEST_CASE("what stands in the way is a mistake, and public/ stays as it was") {
  Site site;
  site.build(small);
  Pages pages = small;
  pages["index.html"] = "changed";

  SUBCASE("a file") {
    for (char name = 'a'; name < 'z'; ++name) {
      site.add_foreign(std::string(1, name), "mine");
      pages[std::string(1, name)] = "ours";
    }
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "foreign-file");
    REQUIRE(site.diagnostics.items().size() == 1);
    CHECK(site.diagnostics.items()[0].position.file == "public/a");
    CHECK(site.diagnostics.items()[0].notes.size() == 10);
    CHECK(message(site.diagnostics.items()[0].notes[9], Language::en) == "and 15 more");
    CHECK(files::read(site.output / "index.html") == "home");
    CHECK(files::read(site.output / "a") == "mine");
    site.adopt = true;
    REQUIRE(site.build(pages));
    CHECK(site.published() == pages);
  }
  SUBCASE("a file where a folder is due") {
    site.add_foreign("years", "mine");
    pages["years/2024/index.html"] = "ours";
    site.adopt = true;
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "file-in-the-way");
    CHECK(files::read(site.output / "index.html") == "home");
  }
  SUBCASE("a folder where a file is due") {
    site.add_foreign("feed.xml/mine", "mine");
    pages["feed.xml"] = "ours";
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "folder-in-the-way");
  }
  SUBCASE("a link in place of a folder of ours") {
    fs::create_directory(site.root / "elsewhere");
    fs::remove_all(site.output / "assets");
    fs::create_directory_symlink(site.root / "elsewhere", site.output / "assets");
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "link-in-the-way");
    CHECK(fs::is_empty(site.root / "elsewhere"));
  }
  SUBCASE("a link in place of a file of ours is replaced, not followed") {
    files::write(site.root / "secret", "secret");
    fs::remove(site.output / "index.html");
    fs::create_symlink(site.root / "secret", site.output / "index.html");
    REQUIRE(site.build(pages));
    CHECK(site.published() == pages);
    CHECK(files::read(site.root / "secret") == "secret");
  }
  SUBCASE("a manifest of something else") {
    files::write(site.output / "manifest.json", "{\"name\": \"app\"}");
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "manifest-broken");
    site.adopt = true;
    REQUIRE(site.build(pages));
    CHECK(site.published() == pages);
  }
  SUBCASE("a file named public") {
    fs::remove_all(site.output);
    files::write(site.output, "mine");
    CHECK_FALSE(site.build(pages));
    CHECK(site.code() == "output-not-folder");
    CHECK(files::read(site.output) == "mine");
  }
}

TEST_CASE("a folder that no build has made is filled only where nothing is in the way") {
  Site site;
  site.add_foreign("notes.txt", "mine");
  REQUIRE(site.build(small));
  CHECK(site.published().size() == small.size() + 1);
}

TEST_CASE("adopting a file does not write through its second name") {
  Site site;
  site.build(small);
  site.add_foreign("mine.txt", "mine");
  Pages pages = small;
  pages["index.html"] = "2";
  site.build(pages);
  fs::create_hard_link(site.output / "mine.txt", site.root / "original");
  site.adopt = true;
  pages["mine.txt"] = "ours";
  site.build(pages);
  pages["mine.txt"] = "ours again";
  site.build(pages);
  CHECK(site.published() == pages);
  CHECK(files::read(site.root / "original") == "mine");
}

TEST_CASE("an exception while rendering leaves the live site alone") {
  Site site;
  site.build(small);
  const std::vector<std::string> addresses = {"a", "b", "c", "index.html"};
  PublishRequest request;
  request.output = site.output;
  request.addresses = addresses;
  request.jobs = 2;
  request.render = [](std::string_view address, std::string& bytes) {
    if (address == "index.html") throw std::runtime_error("attachment gone");
    bytes += "x";
  };
  CHECK_THROWS_AS(publish(request, site.diagnostics), std::runtime_error);
  CHECK(site.published() == small);
  CHECK(site.build(small)->unchanged == 4);
}

TEST_CASE("two builds exclude each other") {
  Site site;
  site.build(small);
  const BuildLock lock(site.root / ".gongkai/lock");
  try {
    site.build(small);
    FAIL("the second build ran");
  } catch (const std::system_error& error) {
    CHECK(error.code() == std::errc::device_or_resource_busy);
    CHECK(std::string(error.what()).find("another build") != std::string::npos);
  }
}

TEST_CASE("public/ as a symbolic link is updated in place, and a kill is made good") {
  Site site;
  fs::create_directory(site.root / "www");
  fs::create_directory_symlink("www", site.output);
  auto result = site.build(small);
  REQUIRE(result);
  CHECK_FALSE(result->exchanged);
  CHECK(fs::is_symlink(site.output));
  CHECK(site.published() == small);

  Pages pages = {
      {"index.html", "2"}, {"assets", "a file now"}, {"agencies/a/2024/报告.pdf", "pdf"}};
  site.add_foreign("mine.txt", "mine");
  result = site.build(pages);
  CHECK(result->written() == 2);
  CHECK(result->removed.size() == 2);
  CHECK(result->foreign == 1);
  pages["mine.txt"] = "mine";
  CHECK(site.published() == pages);
  pages.erase("mine.txt");

  // As a killed update leaves it: the journal, some new files, some still under their other name.
  Manifest journal;
  journal.files["late.html"] = {4, sha256("late")};
  journal.files["later.html"] = {5, sha256("later")};
  files::write(site.root / ".gongkai/pending.json", journal.str());
  files::write(site.output / "late.html", "late");
  files::write(site.output / "later.html.gongkai-new", "lat");
  CHECK(site.build(pages)->removed.size() == 2);
  pages["mine.txt"] = "mine";
  CHECK(site.published() == pages);
  CHECK_FALSE(fs::exists(site.root / ".gongkai/pending.json"));
}

TEST_CASE("an update in place that is killed is made good by the next build") {
  Site site;
  fs::create_directory(site.root / "www");
  fs::create_directory_symlink("www", site.output);
  Pages versions[2];
  for (int version = 0; version < 2; ++version) {
    for (int i = 0; i < 40; ++i) {
      versions[version]["p" + std::to_string(i)] = "version " + std::to_string(version);
    }
    versions[version][version == 0 ? "changing" : "changing/index.html"] = "x";
  }
  site.add_foreign("mine.txt", "mine");
  std::minstd_rand random(11);
  for (int round = 0; round < 40; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (int i = 0;; ++i) site.build(versions[i % 2]);
    }
    ::usleep(static_cast<useconds_t>(random() % 8000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    REQUIRE(site.build(versions[round % 2]));
    Pages found = site.published();
    REQUIRE(found.erase("mine.txt") == 1);
    REQUIRE(found == versions[round % 2]);
  }
}

TEST_CASE("public/ as a mount point is updated in place") {
  Site site;
  fs::create_directory(site.output);
  fs::create_directory(site.root / "disk");
  const int code = in_child([&] {
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount((site.root / "disk").c_str(), site.output.c_str(), nullptr, MS_BIND, nullptr) !=
            0) {
      return 77;
    }
    Pages pages = small;
    auto result = site.build(pages);
    if (!result || result->exchanged || site.published() != pages) return 1;
    pages["index.html"] = "2";
    result = site.build(pages);
    return result && result->written() == 1 && site.published() == pages ? 0 : 1;
  });
  if (code == 77) return;  // mounting takes privileges
  CHECK(code == 0);
  CHECK(files::read(site.root / "disk/index.html") == "2");
}

TEST_CASE("a full disk leaves the live site alone") {
  Site site;
  site.build(small);
  Pages pages = small;
  pages["index.html"] = std::string(100'000, 'x');
  const int code = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{50'000, 50'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      site.build(pages);
    } catch (const std::system_error& error) {
      return std::string(error.what()).find("index.html") != std::string::npos ? 0 : 2;
    }
    return 1;
  });
  CHECK(code == 0);
  CHECK(site.published() == small);
  REQUIRE(site.build(pages));
  CHECK(site.published() == pages);
}

TEST_CASE("a folder without permission is an error and leaves the live site alone") {
  Site site;
  site.build(small);
  fs::permissions(site.root, fs::perms(0755));
  const int code = in_child([&] {
    if (::geteuid() == 0) {
      if (::setgid(65534) != 0 || ::setuid(65534) != 0) return 77;
    } else {
      fs::permissions(site.root / ".gongkai", fs::perms(0555));
      fs::permissions(site.root / ".gongkai/lock", fs::perms(0444));
    }
    Pages pages = small;
    pages["index.html"] = "changed";
    try {
      site.build(pages);
    } catch (const std::system_error& error) {
      return error.code() == std::errc::permission_denied ? 0 : 2;
    }
    return 1;
  });
  fs::permissions(site.root / ".gongkai", fs::perms(0755));
  CHECK((code == 0 || code == 77));
  CHECK(site.published() == small);
}

TEST_CASE("a build that is killed at any moment leaves the old site or the new one") {
  Site site;
  std::map<char, Pages> versions;
  for (char version : {'a', 'b'}) {
    for (int i = 0; i < 60; ++i) {
      versions[version]["p" + std::to_string(i) + "/index.html"] =
          std::string(static_cast<std::size_t>(200 + (version == 'b' ? i : 0)), version);
    }
    versions[version][std::string("only-") + version] = "x";
  }
  site.build(versions['a']);
  site.add_foreign("mine.txt", "mine");
  std::minstd_rand random(7);
  for (int round = 0; round < 60; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (int i = 0;; ++i) site.build(versions[i % 2 == 0 ? 'b' : 'a']);
    }
    ::usleep(static_cast<useconds_t>(random() % 8000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    Pages found = site.published();
    REQUIRE(found.erase("mine.txt") == 1);
    REQUIRE((found == versions['a'] || found == versions['b']));
  }
  REQUIRE(site.build(versions['b']));
  CHECK(site.published().size() == versions['b'].size() + 1);
}

TEST_CASE("any number of threads gives the same tree, and progress reaches the end") {
  Pages pages;
  for (int i = 0; i < 500; ++i) pages["d" + std::to_string(i % 17) + "/" + std::to_string(i)] = "x";
  Site one, many;
  one.build(pages, 1);
  std::vector<std::string> addresses;
  for (const auto& [address, bytes] : pages) addresses.push_back(address);
  std::size_t last = 0;
  PublishRequest request;
  request.output = many.output;
  request.addresses = addresses;
  request.render = [&](std::string_view, std::string& bytes) { bytes += "x"; };
  request.jobs = 8;
  request.progress = [&](std::size_t done, std::size_t total) {
    last = done;
    CHECK(total == 500);
  };
  request.reports = addresses;
  request.today = {2025, 1, 31};
  REQUIRE(publish(request, many.diagnostics));
  CHECK(last == 500);
  CHECK(one.published() == many.published());
  CHECK(files::read(one.output / "manifest.json") == files::read(many.output / "manifest.json"));
  CHECK(files::read(many.root / "history.json")->find("\"d0/0\": \"2025-01-31\"") !=
        std::string::npos);
}
