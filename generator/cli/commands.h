#pragma once

#include "cli/command.h"

namespace gongkai {

/// `gongkai check`: says what is wrong and publishes nothing.
std::unique_ptr<Command> check_command();
/// `gongkai build`: checks the site and brings public/ up to date, whole or not at all.
std::unique_ptr<Command> build_command();
/// `gongkai serve`: shows the site on this machine, drafts and failing reports included, and reads
/// it again when a file has changed.
std::unique_ptr<Command> serve_command();

}  // namespace gongkai
