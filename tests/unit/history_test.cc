#include "publish/history.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "publish/files.h"

using namespace gongkai;
namespace fs = std::filesystem;

namespace {

struct HistoryFile {
  fs::path folder = fs::temp_directory_path() / ("gongkai-history-" + std::to_string(::getpid()));
  fs::path file = folder / "history.json";
  HistoryFile() { fs::create_directory(folder); }
  ~HistoryFile() { fs::remove_all(folder); }
};

}  // namespace

TEST_CASE("a report keeps the day of its first publication") {
  const HistoryFile place;
  Diagnostics diagnostics;
  const std::vector<std::string> first = {"agencies/b/2024/index.html"};
  update_history(place.file, *read_history(place.file, diagnostics), first, {2025, 1, 20});
  const std::vector<std::string> second = {"agencies/a/2024/index.html",
                                           "agencies/b/2024/index.html"};
  update_history(place.file, *read_history(place.file, diagnostics), second, {2025, 2, 3});

  CHECK(files::read(place.file) ==
        "{\"published\": {\n"
        "\"agencies/a/2024/index.html\": \"2025-02-03\",\n"
        "\"agencies/b/2024/index.html\": \"2025-01-20\"\n"
        "}}\n");
  const auto history = read_history(place.file, diagnostics);
  REQUIRE(history);
  CHECK(history->at("agencies/b/2024/index.html") == Date{2025, 1, 20});
  CHECK(diagnostics.empty());
}

TEST_CASE("a report that is gone stays in the history, and the file is left alone") {
  const HistoryFile place;
  update_history(place.file, {}, std::vector<std::string>{"a/index.html"}, {2025, 1, 1});
  const auto time = fs::last_write_time(place.file);
  Diagnostics diagnostics;
  update_history(place.file, *read_history(place.file, diagnostics), {}, {2026, 1, 1});
  CHECK(fs::last_write_time(place.file) == time);
  CHECK(read_history(place.file, diagnostics)->size() == 1);
}

TEST_CASE("a broken history is a mistake and is not overwritten") {
  const HistoryFile place;
  for (const char* text : {"", "[]", "{\"published\": {\"a\": \"soon\"}}", "{\"published\": 1}"}) {
    std::ofstream(place.file) << text;
    Diagnostics diagnostics;
    CHECK_FALSE(read_history(place.file, diagnostics));
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code() == "history-broken");
  }
}
