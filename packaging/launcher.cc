// bin/gongkai of an installed folder: starts the real program with the loader, the libraries and
// the data that stand in the same folder, whatever the system offers. It is linked statically, so
// it runs where nothing else is.
#include <sys/auxv.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

/// The folder that holds bin/ and lib/; empty when it cannot be found.
std::string own_folder() {
  char* file = ::realpath("/proc/self/exe", nullptr);
  // Without /proc (an empty root) the kernel still says by which name it was started.
  if (!file) {
    if (const auto* name = reinterpret_cast<const char*>(::getauxval(AT_EXECFN))) {
      file = ::realpath(name, nullptr);
    }
  }
  if (!file) return "";
  std::string folder(file);
  std::free(file);
  for (int levels = 0; levels < 2; ++levels) {
    folder.erase(folder.find_last_of('/') == folder.npos ? 0 : folder.find_last_of('/'));
  }
  return folder;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = own_folder();
  const std::string lib = folder + "/lib/gongkai";
  const std::string loader = lib + "/" GONGKAI_LOADER;
  ::setenv("GCONV_PATH", (lib + "/gconv").c_str(), 1);
  ::setenv("TZDIR", (folder + "/share/zoneinfo").c_str(), 1);
  // What is preloaded was made for the system's own libraries, not for ours.
  ::unsetenv("LD_PRELOAD");
  ::unsetenv("LD_AUDIT");
  ::unsetenv("LD_LIBRARY_PATH");

  const std::string program = lib + "/gongkai";
  const char* name = argc > 0 ? argv[0] : "gongkai";
  std::vector<const char*> arguments = {loader.c_str(),   "--inhibit-cache", "--argv0",      name,
                                        "--library-path", lib.c_str(),       program.c_str()};
  for (int i = 1; i < argc; ++i) arguments.push_back(argv[i]);
  arguments.push_back(nullptr);
  ::execv(loader.c_str(), const_cast<char* const*>(arguments.data()));
  std::fprintf(stderr, "gongkai: cannot start %s: %s\n", loader.c_str(), std::strerror(errno));
  return 3;
}
