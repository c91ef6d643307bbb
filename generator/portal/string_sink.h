#pragma once

#include <string>

#include "portal/portal.h"

namespace gongkai {

/// Collects the bytes of one file.
class StringSink : public Sink {
 public:
  explicit StringSink(std::string& out) : out_(out) {}
  void write(std::string_view bytes) override { out_ += bytes; }

 private:
  std::string& out_;
};

}  // namespace gongkai
