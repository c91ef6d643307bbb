#include "import/archive.h"

#include <zip.h>

#include <algorithm>

#include "diagnostics/codes/import.h"
#include "import/unreadable.h"

namespace gongkai {

struct Archive::Handle {
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip != nullptr) zip_discard(zip);
  }
};

Archive::Archive(std::string_view bytes, const ImportLimits& limits)
    : handle_(std::make_unique<Handle>()), limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    handle_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (handle_->zip == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (handle_->zip == nullptr) throw Unreadable(codes::archive_damaged);
  const zip_int64_t parts = zip_get_num_entries(handle_->zip, 0);
  if (parts < 0 || static_cast<std::size_t>(parts) > limits_.parts) {
    throw Unreadable(codes::original_too_large, {std::to_string(parts), "parts",
                                                 std::to_string(limits_.parts)});
  }
}

Archive::~Archive() = default;

bool Archive::has(const std::string& part) const {
  return zip_name_locate(handle_->zip, part.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(const std::string& part) {
  const zip_int64_t index = zip_name_locate(handle_->zip, part.c_str(), 0);
  if (index < 0) return {};
  zip_stat_t stat;
  zip_stat_init(&stat);
  const bool known = zip_stat_index(handle_->zip, static_cast<zip_uint64_t>(index), 0, &stat) == 0;
  if (known && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE) {
    throw Unreadable(codes::original_locked);
  }
  zip_file_t* file = zip_fopen_index(handle_->zip, static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) throw Unreadable(codes::archive_damaged);
  const std::size_t allowed = std::min(limits_.part_size, limits_.unpacked_size - unpacked_);
  std::string bytes;
  char buffer[1 << 16];
  zip_int64_t read = 0;
  while (bytes.size() <= allowed && (read = zip_fread(file, buffer, sizeof buffer)) > 0) {
    bytes.append(buffer, static_cast<std::size_t>(read));
  }
  zip_fclose(file);
  if (bytes.size() > allowed) {
    throw Unreadable(codes::original_unpacks_too_large,
                     {part, std::to_string(limits_.part_size >> 20)});
  }
  if (read < 0) throw Unreadable(codes::archive_damaged);
  unpacked_ += bytes.size();
  return bytes;
}

}  // namespace gongkai
