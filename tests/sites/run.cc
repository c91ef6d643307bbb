// Runs gongkai on one site and compares what it says and what it writes with what stands in the
// site's folder expected/.
//
//     run_site <gongkai> <site folder>
//
// A site is copied into a folder of its own first and gongkai is started there. In the site:
//
//     arguments              more arguments, one line; a first word without a dash is the command
//                            instead of `build --clock 2026-11-30`
//     programs/              the only folder in which gongkai finds other programs, where it is there
//     expected/console.txt   all that is printed, both streams
//     expected/exit          the exit code; without this file 0
//     expected/public/       the files of public/, byte for byte, but for the theme's assets/, the
//                            data files and the scripts in search/ and compare/, which tests of
//                            their own read, and manifest.json, which tells nothing that the files
//                            do not
//     expected/files.txt     only these files are compared, one a line
//     expected/written/      where another command than build is run: the files that it made or
//                            changed outside public/
//
// A site fail_* starts with a public/ (its own, or else a page that no build has written), which
// must stay as it was. With SNAPSHOTS=overwrite in the environment expected/ is written anew
// instead.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

struct Outcome {
  std::string console;
  int exit = 0;
  Files before, files;  ///< of public/
  Files written;        ///< elsewhere, by another command than build
};

/// A new folder that goes away with the value.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "gongkai-site-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

Files read_tree(const fs::path& root) {
  Files files;
  if (fs::is_regular_file(root)) files[""] = read(root);
  if (!fs::is_directory(root)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(root).generic_string()] = read(entry.path());
    }
  }
  return files;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string command_line(const fs::path& program, const fs::path& site) {
  std::string more = read(site / "arguments");
  more.erase(std::find(more.begin(), more.end(), '\n'), more.end());
  std::string line;
  // Which other programs there are must not depend on the machine.
  if (fs::exists(site / "programs")) line = "PATH=\"$PWD/programs\" ";
  line += quoted(program.string());
  const bool builds = more.empty() || more.starts_with('-');
  if (builds) line += " build";
  if (!more.empty()) line += " " + more;
  if (more.find("--lang") == std::string::npos) line += " --lang en";
  if (builds && more.find("--clock") == std::string::npos) line += " --clock 2026-11-30";
  return line + " 2>&1 </dev/null";
}

/// Whether the site is run with a command other than build.
bool only_checks(const fs::path& site) {
  const std::string more = read(site / "arguments");
  return !more.empty() && !more.starts_with('-');
}

Outcome run(const fs::path& program, const fs::path& site) {
  TemporaryFolder folder;
  const fs::path work = folder.path() / "site";
  fs::copy(site, work, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  fs::remove_all(work / "expected");
  const bool fails = site.filename().string().starts_with("fail_");
  if (fails && !fs::exists(work / "public")) {
    write(work / "public/index.html", "what was published before\n");
  }
  Outcome outcome;
  outcome.before = read_tree(work / "public");
  const Files site_before = read_tree(work);

  const std::string line = "cd " + quoted(work.string()) + " && " + command_line(program, site);
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("the shell cannot be started");
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    outcome.console.append(buffer.data(), n);
  }
  const int status = pclose(pipe);
  outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.files = read_tree(work / "public");
  if (!only_checks(site)) return outcome;
  for (const auto& [name, bytes] : read_tree(work)) {
    const auto before = site_before.find(name);
    const bool is_new = before == site_before.end() || before->second != bytes;
    if (is_new && !name.starts_with("public/")) outcome.written[name] = bytes;
  }
  return outcome;
}

/// Whether a file stands in a data folder and is no page.
bool is_data(const std::string& name) {
  return (name.starts_with("data/") || name.find("/data/") != std::string::npos) &&
         !name.ends_with(".html");
}

/// The files that the site wants compared.
Files chosen(const Files& all, const fs::path& site) {
  const fs::path list = site / "expected/files.txt";
  Files files;
  if (!fs::exists(list)) {
    for (const auto& [name, bytes] : all) {
      const bool is_script =
          name.ends_with(".js") &&
          (name.starts_with("search/") || name.starts_with("compare/side-by-side/"));
      if (name.starts_with("assets/") || name == "manifest.json" || is_script ||
          is_data(name)) {
        continue;
      }
      files[name] = bytes;
    }
    return files;
  }
  std::istringstream lines(read(list));
  for (std::string name; std::getline(lines, name);) {
    if (const auto found = all.find(name); found != all.end()) files.insert(*found);
  }
  return files;
}

int faults = 0;

void fault(const std::string& what) {
  std::cerr << what << "\n";
  ++faults;
}

/// Says in which line two texts part.
void compare(const std::string& name, const std::string& expected, const std::string& produced) {
  if (expected == produced) return;
  std::istringstream a(expected), b(produced);
  std::string left, right;
  int line = 0;
  while (true) {
    ++line;
    const bool more_left = static_cast<bool>(std::getline(a, left));
    const bool more_right = static_cast<bool>(std::getline(b, right));
    if (!more_left) left = "(end)";
    if (!more_right) right = "(end)";
    if (left != right || !more_left || !more_right) break;
  }
  fault(name + ": differs from line " + std::to_string(line) + " on\n  expected: " + left +
        "\n  produced: " + right);
}

void compare_files(const std::string& folder, const Files& goldens, const Files& produced) {
  for (const auto& [name, bytes] : goldens) {
    if (const auto found = produced.find(name); found != produced.end()) {
      compare(folder + name, bytes, found->second);
    } else {
      fault(folder + name + ": expected, but not produced");
    }
  }
  for (const auto& [name, bytes] : produced) {
    if (!goldens.contains(name)) fault(folder + name + ": produced, but not expected");
  }
}

void compare(const Outcome& outcome, const fs::path& site, bool fails) {
  const fs::path expected = site / "expected";
  compare("console", read(expected / "console.txt"), outcome.console);
  const std::string code = fs::exists(expected / "exit") ? read(expected / "exit") : "0\n";
  compare("exit code", code, std::to_string(outcome.exit) + "\n");
  if (faults != 0) std::cerr << "--- console:\n" << outcome.console;
  compare_files("written/", read_tree(expected / "written"), outcome.written);
  if (fails) return;
  const Files goldens = read_tree(expected / "public");
  compare_files("public/", goldens, chosen(outcome.files, site));
  if (goldens.empty() && !only_checks(site)) fault("expected/public holds no file");
}

void overwrite(const Outcome& outcome, const fs::path& site, bool fails) {
  const fs::path expected = site / "expected";
  write(expected / "console.txt", outcome.console);
  if (outcome.exit != 0) write(expected / "exit", std::to_string(outcome.exit) + "\n");
  if (outcome.exit == 0) fs::remove(expected / "exit");
  fs::remove_all(expected / "public");
  fs::remove_all(expected / "written");
  for (const auto& [name, bytes] : outcome.written) write(expected / "written" / name, bytes);
  if (fails) return;
  for (const auto& [name, bytes] : chosen(outcome.files, site)) {
    write(expected / "public" / name, bytes);
  }
}

/// What no golden may make right: a failing site changes nothing and fails, the others succeed.
void check_kind(const Outcome& outcome, bool fails) {
  if (!fails) {
    if (outcome.exit != 0) fault("a site pass_* must end with 0:\n" + outcome.console);
    return;
  }
  if (outcome.exit == 0) fault("a site fail_* must not end with 0:\n" + outcome.console);
  if (outcome.files != outcome.before) fault("public/ did not stay as it was");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: run_site <gongkai> <site folder>\n";
    return 2;
  }
  const fs::path site = fs::canonical(argv[2]);
  const bool fails = site.filename().string().starts_with("fail_");
  const Outcome outcome = run(fs::canonical(argv[1]), site);
  check_kind(outcome, fails);
  const char* snapshots = std::getenv("SNAPSHOTS");
  if (snapshots != nullptr && std::string(snapshots) == "overwrite") {
    overwrite(outcome, site, fails);
  } else {
    compare(outcome, site, fails);
  }
  return faults == 0 ? 0 : 1;
}
