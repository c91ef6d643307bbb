#include "running.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& text) { return "'" + text + "'"; }

}  // namespace

Run build(const fs::path& gongkai, const fs::path& site) {
  return run_command(gongkai, "build", site);
}

Run run_command(const fs::path& gongkai, const std::string& command, const fs::path& site) {
  const std::string line = quoted(gongkai.string()) + " " + command +
                           " --lang en --clock 2026-11-30 --site " + quoted(site.string()) +
                           " 2>&1 </dev/null";
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("the shell cannot be started");
  Run run;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    run.console.append(buffer.data(), n);
  }
  const int status = pclose(pipe);
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

std::vector<Printed> diagnostics(const std::string& console) {
  static const std::regex head("^(.+):(\\d+):(\\d+): (error|warning|hint): (.*) \\[(.+)\\]$");
  std::vector<Printed> found;
  std::istringstream lines(console);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, head)) {
      found.push_back(
          {match[1], std::stoi(match[2]), std::stoi(match[3]), match[4], match[5], match[6], ""});
    } else if (!found.empty()) {
      found.back().rest += line + "\n";
    }
  }
  return found;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "gongkai-content-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void write_file(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}
