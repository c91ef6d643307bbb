#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "import/limits.h"

namespace gongkai {

/// A zip archive in memory: what DOCX and XLSX files are. The bytes must outlive it. Nothing is
/// unpacked before it is asked for, and nothing beyond the limits, whatever sizes the archive states.
/// Throws Unreadable.
class Archive {
 public:
  Archive(std::string_view bytes, const ImportLimits& limits);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool has(const std::string& part) const;
  /// The bytes of a part; nothing where there is none of that name.
  std::optional<std::string> read(const std::string& part);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  ImportLimits limits_;
  std::size_t unpacked_ = 0;
};

}  // namespace gongkai
