#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace gongkai {

/// A file that cannot be read at all: damaged, locked by a password, too large, of an unknown kind.
/// Thrown from the depths of the readers and made a diagnostic by read_document().
class Unreadable : public std::runtime_error {
 public:
  explicit Unreadable(const Wording& wording, std::vector<std::string> arguments = {})
      : std::runtime_error(std::string(wording.code)),
        wording_(&wording),
        arguments_(std::move(arguments)) {}

  const Wording& wording() const { return *wording_; }
  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  const Wording* wording_;
  std::vector<std::string> arguments_;
};

}  // namespace gongkai
