#pragma once

namespace gongkai {

/// Reads the arguments of the program, runs the command that they name and returns its exit code.
int run_command_line(int argc, const char* const* argv);

}  // namespace gongkai
