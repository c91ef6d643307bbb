#include "import/office_programs.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <vector>

#include "diagnostics/codes/import.h"
#include "import/unreadable.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes away with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "gongkai-import-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw std::system_error(errno, std::generic_category(), pattern);
    }
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

// Runs a program without a shell and without its chatter; false where it fails, takes longer than
// two minutes, or is not there.
bool run(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) {
    setpgid(0, 0);
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0) {
      dup2(nothing, 0);
      dup2(nothing, 1);
      dup2(nothing, 2);
    }
    execvp(argv[0], argv.data());
    _exit(127);
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      kill(-child, SIGKILL);
      waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "/usr/bin:/bin" : path;
  for (std::size_t begin = 0; begin <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', begin), folders.size());
    const std::string candidate = folders.substr(begin, end - begin) + "/" + program;
    if (access(candidate.c_str(), X_OK) == 0) return true;
    begin = end + 1;
  }
  return false;
}

std::string read_all(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string convert_with_office(const fs::path& file, const std::string& to) {
  const std::string extension = file.extension().string();
  std::string program;
  for (const char* name : {"soffice", "libreoffice"}) {
    if (program.empty() && is_installed(name)) program = name;
  }
  if (program.empty()) throw Unreadable(codes::needs_libreoffice, {extension, to});
  const TemporaryFolder folder;
  // A copy under a plain name: names of files are no options.
  const fs::path copy = folder.path() / ("original" + extension);
  fs::copy_file(file, copy);
  const fs::path converted = folder.path() / "out" / ("original." + to);
  const bool done = run({program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                         "--headless", "--norestore", "--convert-to", to, "--outdir",
                         (folder.path() / "out").string(), copy.string()});
  if (!done || !fs::exists(converted)) throw Unreadable(codes::conversion_failed, {"LibreOffice"});
  return read_all(converted);
}

std::string text_of_pdf(const fs::path& file) {
  if (!is_installed("pdftotext")) throw Unreadable(codes::needs_pdftotext);
  const TemporaryFolder folder;
  const fs::path text = folder.path() / "text";
  const fs::path copy = folder.path() / "original.pdf";
  fs::copy_file(file, copy);
  if (!run({"pdftotext", "-layout", "-enc", "UTF-8", copy.string(), text.string()}) ||
      !fs::exists(text)) {
    throw Unreadable(codes::conversion_failed, {"pdftotext"});
  }
  return read_all(text);
}

}  // namespace gongkai
