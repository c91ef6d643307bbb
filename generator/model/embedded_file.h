#pragma once

#include <string_view>

namespace gongkai {

/// A file that is compiled into the program: a built-in form, a file of the default theme.
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

}  // namespace gongkai
